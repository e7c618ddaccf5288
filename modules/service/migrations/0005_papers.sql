-- Papers of requests: what a matter needs and where each comes from, as policy says and as it went.
create view service_paper_needed (matter, paper, how) as
select r.code, r.name, r.value from policy_row r where r.kind = 'service_paper' and r.value in ('held', 'fetched', 'asked');

create table service_paper (person_id bigint not null, request_no text not null, paper text not null, region_code int not null,
	how text not null, noted_on date not null, who name not null default session_user,
	primary key (person_id, request_no, paper),
	constraint service_paper_how check (how in ('held', 'fetched', 'asked')),
	constraint service_paper_name check (paper ~ '^[a-z_]{1,40}$'));
create index service_paper_region on service_paper (region_code, person_id);
comment on table service_paper is '@dist person_id papers of a request: held here, fetched from another office, or asked for';
grant select on service_paper_needed, service_paper to steward_staff, steward_batch;
