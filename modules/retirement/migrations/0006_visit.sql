-- Visits to pensioners of whom no sign of life is known: assigned with a last day, and what came of them.
create table certify_visit (person_id bigint not null, assigned_on date not null, region_code int not null, due date not null,
	who name not null default session_user, primary key (person_id, assigned_on));
create index certify_visit_region on certify_visit (region_code, assigned_on);
comment on table certify_visit is '@dist person_id who is to be visited at home, and until when';

create table certify_visited (person_id bigint not null, visited_on date not null, region_code int not null, result text not null,
	batch_id bigint not null, line bigint not null, primary key (person_id, visited_on),
	constraint certify_visited_result check (result in ('seen', 'not_found', 'moved', 'refused')));
create index certify_visited_region on certify_visited (region_code, person_id);
create index certify_visited_of_batch on certify_visited (batch_id);
create index certify_visited_day on certify_visited (visited_on);
comment on table certify_visited is '@dist person_id what came of visits at home';
grant select on certify_visit, certify_visited to steward_staff, steward_batch;
