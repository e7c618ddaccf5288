-- Who may be in the register twice is worked out when names, numbers or accounts have changed, not each night.
create table person_pair (low_id bigint not null, high_id bigint not null, way text not null, primary key (low_id, high_id));
comment on table person_pair is '@local records that may be of one person, by what was known when they were compared';
create table pair_basis (basis text primary key);
comment on table pair_basis is '@local sum of the names, numbers and accounts that person_pair was made of';
grant select, insert, delete on person_pair, pair_basis to steward_batch;
