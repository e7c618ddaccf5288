-- Joint cases: one matter of a person that several offices have a part in, each with its clock and its answer.
create view joint_partner (kind, partner, place, working_days, ground) as
select split_part(r.code, '.', 1), split_part(r.code, '.', 2), coalesce(max(r.value) filter (where r.name = 'place'), '9')::int,
	coalesce(max(r.value) filter (where r.name = 'working_days'), '10')::int, coalesce(max(r.value) filter (where r.name = 'ground'), '')
from policy_row r where r.kind = 'joint_partner' and r.code like '%.%' group by r.code;

create table joint_case (person_id bigint not null, case_no text not null, region_code int not null, kind text not null,
	opened_on date not null, state text not null default 'open', who name not null default session_user, primary key (person_id, case_no),
	constraint joint_case_state check (state in ('open', 'withdrawn')));
create index joint_case_region on joint_case (region_code, person_id);
create index joint_case_by_no on joint_case (case_no);
comment on table joint_case is '@dist person_id matters that several offices have a part in';

create table joint_part (person_id bigint not null, case_no text not null, partner text not null, region_code int not null, due date not null,
	sent_on date, primary key (person_id, case_no, partner));
create index joint_part_region on joint_part (region_code, person_id);
create index joint_part_unsent on joint_part (partner) where sent_on is null;
comment on table joint_part is '@dist person_id what one office has to do in a joint case, and until when';

create table joint_answer (person_id bigint not null, case_no text not null, partner text not null, region_code int not null,
	answer text not null, detail text not null default '', answered_on date not null, batch_id bigint not null, line bigint not null,
	primary key (person_id, case_no, partner),
	constraint joint_answer_known check (answer in ('settled', 'nothing', 'refused')),
	constraint joint_answer_is_clean check (detail !~ '[[:cntrl:]]' and length(detail) <= 400));
create index joint_answer_region on joint_answer (region_code, person_id);
create index joint_answer_of_batch on joint_answer (batch_id);
comment on table joint_answer is '@dist person_id what an office has answered in a joint case';
grant select on joint_partner, joint_case, joint_part, joint_answer to steward_staff, steward_batch;
