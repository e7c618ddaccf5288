-- Who has a task in hand, and until when: two clerks who ask for the next task get two tasks.
create table task_claim (person_id bigint not null, rule_id text not null, cause text not null, region_code int not null,
	login name not null, until timestamptz not null, primary key (person_id, rule_id, cause));
create index task_claim_region on task_claim (region_code, login);
comment on table task_claim is '@dist person_id who has a task in hand, and until when';
