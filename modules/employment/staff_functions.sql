-- An employer asks for staff whom it has trained, a claim a person and certificate.  Worked out by the rule of the place and decided like
-- other subsidies; its money goes out by a list of its own.

-- Somebody's certificate counts once, whose claim it ever was.
create or replace function certificate_counted(p_certificate text, p_person bigint, p_claim int) returns boolean
language sql stable security definer set search_path = steward, pg_temp as $$
	select exists (select from subsidy s where s.certificate = p_certificate and p_certificate <> '' and s.state in ('open', 'granted')
		and (s.person_id, s.claim_no) <> (p_person, p_claim))
$$;

create or replace function staff_apply(p_person bigint, p_certificate text, p_occupation text, p_level int, p_issued date, p_unit_no text,
	p_unit text, p_account text, p_channel text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform unit_is_told(p_unit_no, p_unit, p_account);
	perform work_lock_take('employment.certificate');
	if coalesce(p_certificate, '') !~ '[[:alnum:]]' or p_issued is null or p_issued > business_day() then
		raise exception using errcode = 'ST422', message = 'a certificate has a number, and a day that has come',
			hint = 'The number comes after the person; say --issued.';
	elsif certificate_counted(p_certificate, 0, 0) then
		raise exception using errcode = 'ST409', message = 'this certificate was counted already', hint = 'Nothing was stored.';
	end if;
	return subsidy_apply(p_person, 'staff', p_issued, null, p_occupation, p_level, p_issued, null, null, null, p_channel, p_unit_no, p_unit,
		p_account, p_certificate);
end $$;

-- What employers are paid, by the kind of claim: each has lists of its own.
create or replace function employer_due(p_kind text, p_period int) returns setof remit_due
language sql stable rows 10000 set search_path = steward, pg_temp as $$
	select b.person_id, b.region_code, b.kind || ' ' || b.claim_no, to_char(b.month, 'YYYYMM')::int, b.kind, b.unit, b.unit_no, b.account,
		b.amount_fen, false
	from subsidy b where b.kind = p_kind and b.state = 'granted' and b.month < to_date(p_period::text, 'YYYYMM') + interval '1 month'
$$;
create or replace function hire_due(p_period int) returns setof remit_due
language sql stable rows 10000 set search_path = steward, pg_temp as $$ select * from employer_due('hire', p_period) $$;
create or replace function staff_due(p_period int) returns setof remit_due
language sql stable rows 10000 set search_path = steward, pg_temp as $$ select * from employer_due('staff', p_period) $$;

comment on function certificate_counted is '@whole tells whether a certificate was counted, and of nobody whose it is';
revoke execute on function staff_apply, certificate_counted from public;
grant execute on function staff_apply to steward_staff;
grant execute on function certificate_counted, employer_due, hire_due, staff_due to steward_staff, steward_batch;
