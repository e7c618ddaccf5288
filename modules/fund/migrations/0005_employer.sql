-- Employers as what rules judge: one row each, with the area that the collecting agency tells; a task about one is about
-- no person.
create sequence employer_number;
create table employer (person_id bigint not null default 0, unit_no text not null,
	employer_id bigint not null default nextval('employer_number'), region_code int not null default 0, unit text not null,
	batch_id bigint not null, line bigint not null, primary key (person_id, unit_no));
create index employer_by_no on employer (unit_no);
create index employer_by_id on employer (employer_id);
create index employer_region on employer (region_code, person_id);
create index employer_of_batch on employer (batch_id);
comment on table employer is '@dist person_id employers by their number, as the collecting agency tells of them';
alter table fund_levy add column region_code int;
comment on column fund_levy.region_code is 'the employer''s, where the collecting agency tells it';
insert into employer (unit_no, unit, batch_id, line)
select distinct on (unit_no) unit_no, unit, batch_id, line from fund_levy order by unit_no, period desc, batch_id desc;
insert into touched (person_id, subject, subject_id, batch_id, region_code)
select 0, 'employer', employer_id, 0, region_code from employer;
-- What a statement found before is found by a rule now, about the employer.
update task set state = 'withdrawn', ver = ver + 1, closed_on = business_day() where rule_id = 'fund.shrinking' and state = 'open';
delete from finding where rule_id = 'fund.shrinking';
grant select on employer to steward_staff, steward_batch;
