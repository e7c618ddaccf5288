-- Blocks of the audit, each with its digest, each standing on the one before: who changes, removes or adds a row of a block
-- cannot make the seal anew where somebody has kept it elsewhere.
create table audit_seal (seal_no bigint primary key, at timestamptz not null default now(), rows bigint not null,
	digest text not null, chain text not null, sealed_by name not null default session_user,
	constraint audit_seal_rows_bound check (rows between 1 and 1000000));
comment on table audit_seal is '@local seals of the audit: digest of each block, chained';
create index audit_log_unsealed on audit_log (audit_id) where seal_no is null;
create index audit_log_seal on audit_log (seal_no, person_id, audit_id);
grant select on audit_seal to steward_staff, steward_batch;
