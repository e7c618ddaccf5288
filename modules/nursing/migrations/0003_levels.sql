-- Assessments of disability, and the hours that a care level gives, as they were worked out.
create table home_assessment (person_id bigint not null, assessed_on date not null, region_code int not null, points int[] not null,
	impaired_from date not null, dementia text not null, to_day date, assessor text not null, round int not null default 0,
	graded int[], graded_state text not null default '', who name not null default session_user, batch_id bigint not null,
	line bigint not null, primary key (person_id, assessed_on),
	constraint home_assessment_points check (cardinality(points) = 17),
	constraint home_assessment_dementia check (dementia in ('yes', 'no')),
	constraint home_assessment_days check (impaired_from <= assessed_on and to_day > assessed_on),
	constraint home_assessment_state check (graded_state in ('', 'confirmed', 'rejected')));
create index home_assessment_region on home_assessment (region_code, person_id);
create index home_assessment_of_batch on home_assessment (batch_id);
comment on table home_assessment is '@dist person_id assessments of disability: seventeen items each';
create table home_granted (person_id bigint not null, from_day date not null, region_code int not null, hours numeric not null,
	primary key (person_id, from_day));
create index home_granted_region on home_granted (region_code, person_id);
comment on table home_granted is '@dist person_id hours a week that a care level gives, as calculated last';
grant select on home_assessment, home_granted to steward_staff, steward_batch;
grant insert, update on home_granted to steward_batch;
