-- What goes out about a person: noted before it is told.

create or replace function service_tell(p_person bigint, p_recipient text, p_ground text, p_what text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	region int := service_may(p_person, 'information', 'counter');
	share bigint := nextval('id_block');
begin
	if not exists (select from service_recipient where recipient = p_recipient) then
		raise exception using errcode = 'ST422', message = 'there is no such recipient',
			hint = 'Recipients and what each may be told are rows of the parameter work.rows.';
	end if;
	if not exists (select from service_recipient where recipient = p_recipient and p_what = any (may)) then
		raise exception using errcode = 'ST403', message = 'this recipient may not be told that',
			hint = 'Recipients and what each may be told are rows of the parameter work.rows.';
	end if;
	if coalesce(p_ground, '') !~ '[[:alpha:]]' then
		raise exception using errcode = 'ST422', message = 'the legal ground is missing', hint = 'Nothing was stored.';
	end if;
	insert into service_share (person_id, share_id, region_code, recipient, ground, what, told, told_on)
	values (p_person, share, region, p_recipient, p_ground, p_what, service_facts(p_person, p_what), business_day());
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (p_person, nextval('id_block'), region, 'service.share', jsonb_build_object('recipient', p_recipient, 'ground', p_ground,
		'what', p_what));
	return share;
end $$;

grant execute on function service_tell to steward_staff;

-- Of what a person can be told: whom another office was.
create or replace function service_went(p_person bigint) returns table (day date, whom text, what text, who name)
language sql stable set search_path = steward, pg_temp as $$
	select s.told_on, s.recipient, s.what || ', ' || s.ground, s.who from service_share s where s.person_id = p_person
	union all
	select q.sent_on, q.source, q.what || ', ' || q.ground, q.who from service_query q
	where q.person_id = p_person and q.sent_on is not null
$$;
grant execute on function service_went to steward_staff;
