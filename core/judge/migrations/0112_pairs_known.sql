-- What each record was compared by: only whose name, numbers or accounts are others since is compared again.
create table pair_known (record_id bigint primary key, known bigint not null);
comment on table pair_known is '@local sum of the name, numbers and accounts of each record when it was compared';
grant select, insert, update, delete on pair_known to steward_batch;
-- All of them once.
delete from person_pair;
delete from pair_basis;
