-- Refund of unemployment contributions to employers that keep their posts.  What they paid, for how many months and how many persons
-- is held: the collecting agency tells it; the counter adds the size and who was laid off.

create or replace function retention_held(p_unit_no text, p_year int, out unit text, out paid_fen bigint, out months int, out insured int)
language sql stable set search_path = steward, pg_temp as $$
	select max(l.unit), coalesce(sum(l.paid_fen), 0)::bigint, count(*) filter (where l.paid_fen >= l.assessed_fen and l.paid_fen > 0)::int,
		coalesce(round(avg(l.insured)), 0)::int
	from fund_levy_now l where l.unit_no = p_unit_no and l.scheme = 'unemployment' and l.period between p_year * 100 + 1 and p_year * 100 + 12
$$;

create or replace function retention_audit(p_op text, p_unit_no text, p_body jsonb) returns void
language sql set search_path = steward, pg_temp as $$
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'fund.retention_' || p_op, jsonb_build_object('unit', p_unit_no) || p_body)
$$;

-- Told once more while it waits it is a correction, and worked out anew.
create or replace function retention_ask(p_unit_no text, p_year int, p_size text, p_laid int, p_account text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	h record;
begin
	perform pay_may('receive', array['clerk']);
	select * into h from retention_held(p_unit_no, p_year);
	if h.unit is null then
		raise exception using errcode = 'ST404', message = 'nothing was paid by this employer in that year',
			hint = 'steward fund units lists them; the levy file tells what was paid.';
	end if;
	if coalesce(p_account, '') = '' or coalesce(p_size, '') not in ('large', 'small') or p_laid is null then
		raise exception using errcode = 'ST422', message = 'size, persons laid off and account are told by the employer',
			hint = 'Say --size large or small, --laid-off and --account.';
	end if;
	if p_year >= extract(year from business_day()) then
		raise exception using errcode = 'ST422', message = 'this year is not over', hint = 'Nothing was stored.';
	end if;
	insert into retention (unit_no, year, unit, account, size, laid_off, paid_fen, months, insured)
	values (p_unit_no, p_year, h.unit, p_account, p_size, p_laid, h.paid_fen, h.months, h.insured)
	on conflict (unit_no, year) do update set unit = excluded.unit, account = excluded.account, size = excluded.size,
		laid_off = excluded.laid_off, paid_fen = excluded.paid_fen, months = excluded.months, insured = excluded.insured,
		amount_fen = null, why = '', state = 'open', applied_on = excluded.applied_on, who = excluded.who, decided_on = null
	where retention.state in ('open', 'withdrawn', 'refused');
	if not found then
		raise exception using errcode = 'ST409', message = 'it is granted already', hint = 'What was decided is taken back by an undo of its task.';
	end if;
	perform retention_audit('ask', p_unit_no, jsonb_build_object('year', p_year, 'size', p_size, 'laid_off', p_laid));
	return h.unit;
end $$;

create or replace function retention_withdraw(p_unit_no text, p_year int) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform pay_may('withdraw', array['clerk']);
	update retention set state = 'withdrawn', decided_on = business_day() where unit_no = p_unit_no and year = p_year and state = 'open';
	if not found then
		raise exception using errcode = 'ST404', message = 'nothing of it waits', hint = 'steward fund retentions lists them.';
	end if;
	perform retention_audit('withdraw', p_unit_no, jsonb_build_object('year', p_year));
	return p_unit_no;
end $$;

-- What the calculation answered, a line each: employer, year, yuan, why.
create or replace function retention_worked(p_rows text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	perform pay_may('work', array['batch']);
	update retention r set amount_fen = (x[3]::numeric * 100)::bigint, why = x[4]
	from (select string_to_array(l, E'\t') as x from regexp_split_to_table(p_rows, E'\n') l where l <> '') w
	where r.unit_no = x[1] and r.year = x[2]::int and r.state = 'open';
	get diagnostics n = row_count;
	return n;
end $$;

create or replace function retention_cause(r retention) returns text language sql immutable as $$
	select r.unit_no || ' ' || r.year || ' ' || yuan_text(r.paid_fen)
$$;

-- Only as it was worked out: what was told anew meanwhile is another case.
create or replace function retention_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	fen bigint := (select r.amount_fen from retention r where retention_cause(r) = p_cause and r.state = 'open');
begin
	if coalesce(fen, 0) = 0 then
		raise exception using errcode = 'ST409', message = 'there is no amount to award',
			hint = 'Read why on the task; refuse it, or wait until it is worked out.';
	end if;
	update decision d set inputs = d.inputs || jsonb_build_object('effect', jsonb_build_object('amount_fen', fen))
	where d.person_id = p_person and d.decision_id = p_decision;
	return 1;
end $$;

create or replace function retention_put(p_cause text, p_from text, p_to text, p_fen bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	with done as (
		update retention r set state = p_to, decided_on = case when p_to <> 'open' then business_day() end
		where retention_cause(r) = p_cause and r.state = p_from and (p_fen is null or r.amount_fen = p_fen) returning 1
	) select count(*) from done
$$;
create or replace function retention_grant(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	select retention_put(p_cause, 'open', 'granted', (select (d.inputs -> 'effect' ->> 'amount_fen')::bigint from decision d
		where d.person_id = p_person and d.decision_id = p_decision))
$$;
create or replace function retention_grant_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select retention_put(p_cause, 'granted', 'open', null) $$;
create or replace function retention_refuse(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select retention_put(p_cause, 'open', 'refused', null) $$;
create or replace function retention_refuse_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select retention_put(p_cause, 'refused', 'open', null) $$;

-- Granted on more than is told as paid by now.
create or replace view retention_wrong as
select r.unit_no, r.year, retention_cause(r) || ' ' || yuan_text(h.paid_fen) as cause, r.amount_fen,
	jsonb_build_array('%s: %s yuan were told as paid for %s when it was granted, now %s', r.unit, yuan_text(r.paid_fen), r.year::text,
		yuan_text(h.paid_fen))::text as say
from retention r cross join lateral retention_held(r.unit_no, r.year) h where r.state = 'granted' and h.paid_fen < r.paid_fen;

-- It is asked for anew on what is told now; what was sent is set against what comes of it.
create or replace function retention_reopen_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with noted as (
		update decision d set inputs = d.inputs || jsonb_build_object('effect', to_jsonb(r))
		from retention_wrong w join retention r using (unit_no, year)
		where w.cause = p_cause and d.person_id = p_person and d.decision_id = p_decision returning 1
	) select count(*) from noted
$$;
create or replace function retention_reopen(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with done as (
		update retention r set state = 'open', decided_on = null, amount_fen = null, why = '', paid_fen = h.paid_fen, months = h.months,
			insured = h.insured
		from retention_wrong w cross join lateral retention_held(w.unit_no, w.year) h
		where w.cause = p_cause and r.unit_no = w.unit_no and r.year = w.year returning 1
	) select count(*) from done
$$;
create or replace function retention_reopen_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with done as (
		update retention r set state = 'granted', amount_fen = x.amount_fen, paid_fen = x.paid_fen, months = x.months, insured = x.insured,
			why = x.why, decided_on = x.decided_on
		from undone_by(p_person, p_decision) o cross join lateral jsonb_populate_record(null::retention, o.inputs -> 'effect') x
		where r.unit_no = x.unit_no and r.year = x.year and r.state = 'open' returning 1
	) select count(*) from done
$$;

-- What is to be paid, less what was sent; what was refused after it was sent is asked back.
create or replace view retention_due as
select r.*, case r.state when 'granted' then r.amount_fen when 'refused' then 0 else r.sent_fen end - r.sent_fen as due_fen
from retention r;

create or replace function retention_text(p_text text) returns text language sql immutable parallel safe as $$
	select '"' || replace(p_text, '"', '""') || '"'
$$;
create or replace function retention_file() returns text
language sql stable set search_path = steward, pg_temp as $$
	select coalesce('unit_no,unit,year,account,amount' || E'\n' || string_agg(concat_ws(',', retention_text(d.unit_no), retention_text(d.unit),
		d.year, retention_text(d.account), yuan_text(d.due_fen)) || E'\n', '' order by d.unit_no, d.year), '')
	from retention_due d where d.due_fen <> 0
$$;

-- By somebody who has decided none of it, and as it was written.
create or replace function retention_sent(p_text text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	perform pay_may('send', array['manager']);
	perform work_lock_take('fund.retention');
	if p_text = '' or p_text <> retention_file() then
		raise exception using errcode = 'ST409', message = 'what is due has changed since the file was written', hint = 'Write it again.';
	end if;
	if exists (select from retention_due r join decision d on d.person_id = 0 and d.rule_id = 'fund.retention' and d.cause = retention_cause_of(r.unit_no, r.year)
			where r.due_fen <> 0 and session_user in (d.author, d.approver)) then
		raise exception using errcode = 'ST403', message = 'who decided it does not send it to be paid', hint = 'Another manager does it.';
	end if;
	update retention r set sent_fen = r.sent_fen + d.due_fen, sent_on = business_day() from retention_due d
	where d.unit_no = r.unit_no and d.year = r.year and d.due_fen <> 0;
	get diagnostics n = row_count;
	perform retention_audit('send', '', jsonb_build_object('employers', n, 'sha', sha256_text(p_text)));
	return n;
end $$;
create or replace function retention_cause_of(p_unit_no text, p_year int) returns text
language sql stable set search_path = steward, pg_temp as $$
	select retention_cause(r) from retention r where r.unit_no = p_unit_no and r.year = p_year
$$;

grant select on retention_wrong, retention_due to steward_staff, steward_batch;
revoke execute on function retention_audit, retention_ask, retention_withdraw, retention_worked, retention_plan, retention_put, retention_grant,
	retention_grant_undo, retention_refuse, retention_refuse_undo, retention_reopen_plan, retention_reopen, retention_reopen_undo,
	retention_sent from public;
grant execute on function retention_ask, retention_withdraw, retention_sent to steward_staff;
grant execute on function retention_worked to steward_batch;
grant execute on function retention_held, retention_cause, retention_cause_of, retention_text, retention_file to steward_staff, steward_batch;
