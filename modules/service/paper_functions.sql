-- Papers: nobody is asked for what is held here or can be fetched.

-- What the matter of a request needs, from where policy says that it comes; a row that somebody noted stays.
create or replace function service_paper_list(p_person bigint, p_request text) returns void
language sql set search_path = steward, pg_temp as $$
	insert into service_paper (person_id, request_no, paper, region_code, how, noted_on)
	select r.person_id, r.request_no, n.paper, r.region_code, n.how, business_day()
	from service_request r join service_paper_needed n using (matter)
	where r.person_id = p_person and r.request_no = p_request on conflict do nothing
$$;

-- It went otherwise: fetching failed and it was asked for, or it was found.
create or replace function service_paper_note(p_person bigint, p_request text, p_paper text, p_how text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	r service_request;
begin
	select * into r from service_request where person_id = p_person and request_no = p_request and state = 'asked'
		and done_on is null;
	if not found then
		raise exception using errcode = 'ST404', message = 'no such request waits', hint = 'Nothing was stored.';
	end if;
	perform service_may(p_person, r.matter, r.channel);
	if coalesce(p_how, '') not in ('held', 'fetched', 'asked') or coalesce(p_paper, '') !~ '^[a-z_]{1,40}$' then
		raise exception using errcode = 'ST422', message = 'a paper is held, fetched or asked, and has a name like birth_certificate';
	end if;
	insert into service_paper (person_id, request_no, paper, region_code, how, noted_on)
	values (p_person, p_request, p_paper, r.region_code, p_how, business_day())
	on conflict (person_id, request_no, paper) do update set how = excluded.how, noted_on = excluded.noted_on, who = session_user;
	return 1;
end $$;

-- Of all applications: those of another area where it is there.
create or replace function service_papers_all() returns table (person_id bigint, request_no text, paper text, region_code int,
	how text, day date) language plpgsql stable set search_path = steward, pg_temp as $$
begin
	return query select p.person_id, p.request_no, p.paper, p.region_code, p.how, r.asked_on
		from service_paper p join service_request r using (person_id, request_no) where r.state = 'asked';
	if to_regclass('steward.retire_paper') is not null then
		return query execute 'select p.person_id, ''R'' || p.application_no, p.paper, p.region_code, p.how, a.applied_on
			from retire_paper p join retire_application a using (person_id, application_no)';
	end if;
end $$;

-- Each application once, by the first of its papers.
create or replace view service_papers as
select p.*, row_number() over (partition by p.person_id, p.request_no order by p.paper) = 1 as is_first from service_papers_all() p;

grant select on service_papers to steward_staff, steward_batch;
grant execute on function service_papers_all to steward_staff, steward_batch;
grant execute on function service_paper_note to steward_staff;
