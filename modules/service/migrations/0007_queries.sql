-- What other offices are asked about a person, for what purpose and on which legal ground, and what they answer.
create view service_source (source, may, working_days, ground) as
select r.code, string_to_array(coalesce(max(r.value) filter (where r.name = 'may'), ''), ' '),
	coalesce(max(r.value) filter (where r.name = 'working_days'), '5')::int, coalesce(max(r.value) filter (where r.name = 'ground'), '')
from policy_row r where r.kind = 'service_source' group by r.code;

create table service_query (person_id bigint not null, query_no text not null, region_code int not null, source text not null,
	what text not null, purpose text not null, ground text not null, asked_on date not null, due date not null, sent_on date,
	state text not null default 'open', who name not null default session_user, at timestamptz not null default now(),
	primary key (person_id, query_no),
	constraint service_query_state check (state in ('open', 'withdrawn')),
	constraint service_query_purpose check (purpose ~ '[[:alpha:]]' and purpose !~ '[[:cntrl:]]' and length(purpose) <= 200));
create index service_query_region on service_query (region_code, person_id);
create index service_query_by_no on service_query (query_no);
create index service_query_unsent on service_query (source) where sent_on is null;
comment on table service_query is '@dist person_id what another office was asked about a person, and why it may be';

create table service_answer (person_id bigint not null, query_no text not null, region_code int not null, answer text not null,
	answered_on date not null, batch_id bigint not null, line bigint not null, primary key (person_id, query_no),
	constraint service_answer_is_clean check (answer ~ '[^[:space:]]' and answer !~ '[[:cntrl:]]' and length(answer) <= 400));
create index service_answer_region on service_answer (region_code, person_id);
create index service_answer_of_batch on service_answer (batch_id);
comment on table service_answer is '@dist person_id what another office has answered';
grant select on service_source, service_query, service_answer to steward_staff, steward_batch;
