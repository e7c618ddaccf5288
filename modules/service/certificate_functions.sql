-- Certificates: what the register says of a person, said on paper, and looked at again by the paper's code.

-- What a certificate of a kind rests on, today.  What a hold stops is not paid.
create or replace function service_facts(p_person bigint, p_kind text) returns jsonb
language sql stable set search_path = steward, pg_temp set datestyle = iso as $$
	select jsonb_build_object('name', p.name, 'id_no', coalesce((select min(i.id_no) from person_ident i
			where i.person_id = p.person_id and not i.is_former), ''))
		|| case p_kind when 'months' then coalesce((select jsonb_build_object('scheme', coalesce(to_jsonb(f) ->> 'scheme', ''),
			'months', coalesce((to_jsonb(f) ->> 'months_total')::int, 0)) from person_fact f where f.person_id = p.person_id), '{}')
		else (select jsonb_build_object('fen', coalesce(sum(b.monthly_fen), 0), 'since', max(b.valid_from)) from payable b
			where b.person_id = p.person_id and b.kind = 'pension' and b.from_period <= m.period and m.period < b.to_period
			and coalesce(b.held_from > m.period, true)) end
	from person p cross join (select to_char(business_day(), 'YYYYMM')::int as period) m where p.person_id = p_person
$$;

create or replace function service_fact_says(p_kind text, f jsonb) returns text
language sql immutable set search_path = steward, pg_temp as $$
	select case when p_kind = 'case' then jsonb_build_array('joint case %s', f ->> 'case')
		when p_kind = 'months' then jsonb_build_array('%s months insured (scheme: %s)', coalesce(f ->> 'months', '0'),
			coalesce(f ->> 'scheme', ''))
		when (f ->> 'fen')::bigint = 0 then jsonb_build_array('no pension is paid')
		else jsonb_build_array('a pension of %s yuan a month since %s', yuan_text((f ->> 'fen')::bigint), f ->> 'since') end::text
$$;

-- Months that came since take nothing away from what was certified.
create or replace function service_stands(was jsonb, now jsonb) returns boolean
language sql immutable set search_path = steward, pg_temp as $$
	select was - 'months' = now - 'months' and coalesce((now ->> 'months')::int >= (was ->> 'months')::int, true)
$$;

-- Its lines, each a sentence with its values; an empty one parts the title from the rest.
create or replace function service_certificate_says(c service_certificate) returns text
language sql stable set search_path = steward, pg_temp set datestyle = iso as $$
	select concat_ws(E'\n', jsonb_build_array(case c.kind when 'months' then 'Certificate of months insured'
			else 'Certificate of a pension' end), '', jsonb_build_array('Name: %s', c.facts ->> 'name'),
		jsonb_build_array('Citizen identity number: %s', c.facts ->> 'id_no'),
		jsonb_build_array('The register says on %s:', c.issued_on::text), service_fact_says(c.kind, c.facts), '',
		jsonb_build_array('Whether this still stands is told to whoever gives the code %s.', c.code))
$$;

-- Code, day and lines, for the printer.  The code is drawn by lot: nobody guesses the next one.
create or replace function service_certify(p_person bigint, p_kind text) returns text
language plpgsql security definer set search_path = steward, pg_temp set datestyle = iso as $$
declare
	region int := service_may(p_person, 'information', 'counter');
	f jsonb := service_facts(p_person, p_kind);
	lot text := upper(replace(gen_random_uuid()::text, '-', ''));
	c service_certificate;
begin
	if p_kind is null or p_kind not in ('pension', 'months') then
		raise exception using errcode = 'ST422', message = 'a certificate is one of pension or months';
	end if;
	if coalesce(f ->> 'fen', f ->> 'months', '0') = '0' then
		raise exception using errcode = 'ST409', message = 'the register does not say so of this person', hint = 'Nothing was stored.';
	end if;
	insert into service_certificate (person_id, code, region_code, kind, issued_on, facts)
	values (p_person, substr(lot, 1, 4) || '-' || substr(lot, 9, 4) || '-' || substr(lot, 21, 4), region, p_kind, business_day(), f)
	returning * into c;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (p_person, nextval('id_block'), region, 'service.certificate', jsonb_build_object('code', c.code, 'kind', p_kind));
	return c.code || E'\n' || c.issued_on || E'\n' || service_certificate_says(c);
end $$;

grant execute on function service_certify to steward_staff;
grant execute on function service_facts, service_fact_says, service_stands to steward_staff, steward_batch;
