-- The grants that follow a death: claimed by heirs, worked out by the judge, agreed to by two, paid by the next run.

-- The birth day of a citizen's number, where it is one (GB 11643): null where it is none.
create or replace function survivor_born(p_id_no text) returns date
language plpgsql immutable set search_path = steward, pg_temp as $$
begin
	if p_id_no !~ '^[1-9][0-9]{16}[0-9X]$' or substr('10X98765432', 1 + (select sum(substr(p_id_no, i::int, 1)::int * w)::int % 11
			from unnest(array[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) with ordinality x (w, i)), 1)
			<> right(p_id_no, 1) then
		return null;
	end if;
	return to_date(substr(p_id_no, 7, 8), 'YYYYMMDD');
exception when datetime_field_overflow or invalid_datetime_format then
	return null;
end $$;

-- Who it is: found by the number, under the same name; whoever is nobody's here yet is entered as a person of the area of
-- the death, so that he can be paid and written to.
create or replace function survivor_person(p_dead bigint, p_name text, p_id_no text) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	known person;
	number text := upper(btrim(coalesce(p_id_no, '')));
	name_told text := btrim(coalesce(p_name, ''));
	id bigint;
begin
	if name_told = '' or name_told ~ '[[:cntrl:]]' or length(name_told) > 100 or survivor_born(number) is null then
		raise exception using errcode = 'ST422', message = 'an heir has a name and an identity number',
			hint = 'The check digit tells a slip; look at the card again.';
	end if;
	select p.* into known from person_ident i join person p using (person_id) where i.id_no = number and i.id_kind = 'cn18';
	if found and known.name <> name_told then
		raise exception using errcode = 'ST409', message = 'this number belongs to somebody of another name',
			hint = 'Look at the card again; a name that has changed is mended in the register first.';
	end if;
	if found then
		return known.person_id;
	end if;
	id := nextval('id_block');
	insert into person (person_id, region_code, name, sex, birth_date, batch_id, line)
	select id, d.region_code, name_told, case substr(number, 17, 1)::int % 2 when 1 then 'M' else 'F' end, survivor_born(number), 0, 0
	from person d where d.person_id = p_dead;
	insert into person_ident (id_no, id_kind, person_id, name, birth_date, region_code)
	select number, 'cn18', id, p.name, p.birth_date, p.region_code from person p where p.person_id = id;
	insert into touched (person_id, batch_id, region_code) select id, 0, p.region_code from person p where p.person_id = id;
	return id;
end $$;

create or replace function survivor_may() returns void
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if not pg_has_role(session_user, 'steward_clerk', 'member') then
		raise exception using errcode = 'ST403', message = 'this is reserved for the role clerk';
	end if;
end $$;

create or replace function survivor_audit(p_person bigint, p_op text, p_body jsonb) returns void
language sql set search_path = steward, pg_temp as $$
	insert into audit_log (person_id, audit_id, region_code, op, body)
	select person_id, nextval('id_block'), region_code, 'survivor.' || p_op, jsonb_strip_nulls(p_body) from person
	where person_id = p_person;
	insert into touched (person_id, batch_id, region_code) select person_id, nextval('id_block'), region_code from person
	where person_id = p_person on conflict do nothing
$$;

-- Where an heir is paid: the account that is told, or the one that he has; two accounts of one person are never.
create or replace function survivor_account(p_heir bigint, p_channel text, p_number text, out way text, out number_is text)
language plpgsql stable set search_path = steward, pg_temp as $$
declare
	held record;
begin
	way := coalesce(p_channel, '');
	number_is := replace(coalesce(p_number, ''), ' ', '');
	select a.channel, a.number into held from account_of(business_day()) a where a.person_id = p_heir;
	if found and number_is = '' then
		way := held.channel;
		number_is := held.number;
	elsif found and (way, number_is) is distinct from (held.channel, held.number) then
		raise exception using errcode = 'ST409', message = 'the heir is paid to another account already',
			hint = 'Leave the account out, or change it first: steward account.';
	end if;
	if not exists (select from pay_channel where channel = way) or number_is !~ account_shape(way) then
		raise exception using errcode = 'ST422', message = format('"%s" is not an account of "%s"', number_is, way),
			hint = 'Cards and accounts have 8 to 32 digits; work.channels names who pays out.';
	end if;
end $$;

-- The claim that heirs are told to: the open one, or a new one.
create or replace function survivor_claim_of(p_person bigint) returns survivor_claim
language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	c survivor_claim;
begin
	perform 1 from person where person_id = p_person for update;
	select * into c from survivor_claim where person_id = p_person and state in ('open', 'paid');
	if c.state = 'paid' then
		raise exception using errcode = 'ST409', message = 'the grants have been decided already',
			hint = 'Take that decision back first; what was paid rightly is not paid again.';
	elsif c.claim_no is null then
		insert into survivor_claim (person_id, claim_no, region_code, asked_on)
		select person_id, 1 + coalesce((select max(claim_no) from survivor_claim where person_id = p_person), 0), region_code,
			business_day() from person where person_id = p_person returning * into c;
	end if;
	return c;
end $$;

-- One heir of a claim.  Told again otherwise it corrects what was told; the share left out is what the others leave.
create or replace function survivor_tell(p_person bigint, p_name text, p_id_no text, p_relation text, p_share int, p_channel text,
	p_number text, p_proof text, p_address text) returns text
language plpgsql security definer set search_path = steward, pg_temp set datestyle = iso as $$
declare
	c survivor_claim;
	h survivor_heir;
	former survivor_heir;
	a record;
	left_over int;
begin
	perform survivor_may();
	if not person_is_dead(p_person) then
		raise exception using errcode = 'ST409', message = 'nobody has reported this person dead', hint = 'Note the death first.';
	end if;
	h.heir_id := survivor_person(p_person, p_name, p_id_no);
	if h.heir_id = p_person or person_is_dead(h.heir_id) then
		raise exception using errcode = 'ST422', message = 'nobody who is dead is paid', hint = 'Name an heir who is alive.';
	end if;
	c := survivor_claim_of(p_person);
	select * into former from survivor_heir x where x.person_id = p_person and x.claim_no = c.claim_no and x.heir_id = h.heir_id
		and x.state = 'valid';
	-- Without another account it stays the one that was told.
	select * into a from survivor_account(h.heir_id, coalesce(p_channel, former.channel), coalesce(p_number, former.number));
	left_over := 100 - (select coalesce(sum(x.share), 0) from survivor_heir x where x.person_id = p_person
		and x.claim_no = c.claim_no and x.state = 'valid' and x.heir_id <> h.heir_id);
	h.share := coalesce(p_share, left_over);
	if h.share not between 1 and left_over then
		raise exception using errcode = 'ST422', message = format('the others leave %s percent', left_over),
			hint = 'The heirs agree on shares that come to 100; tell a smaller share of another one first.';
	end if;
	if coalesce(p_relation, '') not in ('spouse', 'child', 'parent', 'sibling', 'grandchild', 'other') or coalesce(p_proof, '') = '' then
		raise exception using errcode = 'ST422', message = 'an heir has a relation and a proof of it',
			hint = 'Relations: spouse, child, parent, sibling, grandchild, other; the proof is a paper with its number.';
	end if;
	if (former.relation, former.share, former.channel, former.number, former.proof)
			is not distinct from (p_relation, h.share, a.way, a.number_is, p_proof) then
		raise exception using errcode = 'ST409', message = 'this is known already';
	end if;
	update survivor_heir x set state = 'replaced' where x.person_id = p_person and x.claim_no = c.claim_no and x.nth = former.nth;
	insert into survivor_heir (person_id, claim_no, nth, region_code, heir_id, relation, share, channel, number, proof, paid_month,
		told_on)
	select p_person, c.claim_no, 1 + (select count(*) from survivor_heir x where x.person_id = p_person and x.claim_no = c.claim_no),
		c.region_code, h.heir_id, p_relation, h.share, a.way, a.number_is, p_proof, former.paid_month, business_day();
	perform survivor_reach(h.heir_id, p_address);
	perform task_raise(p_person, 'risk.survivor_grant', c.claim_no::text, 'survivor',
		due_on(c.asked_on, coalesce(w.days, 20), w.working_days),
		jsonb_build_array('heirs claim the grants; not worked out yet')::text)
	from (select 1) one left join work_clock w on w.kind = 'survivor';
	perform survivor_audit(p_person, case when former.nth is null then 'heir' else 'corrected' end, jsonb_build_object('claim',
		c.claim_no, 'heir', h.heir_id, 'relation', p_relation, 'share', h.share, 'proof', p_proof));
	return c.claim_no::text;
end $$;

-- An address that the heir has told, where none is known that is newer.
create or replace function survivor_reach(p_heir bigint, p_address text) returns void
language sql set search_path = steward, pg_temp as $$
	insert into contact (person_id, kind, value, region_code, valid_from, batch_id, line)
	select p.person_id, 'address', btrim(p_address), p.region_code, business_day(), 0, 0 from person p
	where p.person_id = p_heir and btrim(coalesce(p_address, '')) <> '' and contact_for(p_heir, 'letter') is distinct from btrim(p_address)
	on conflict do nothing
$$;

-- One heir steps back, or all of them: then nobody claims any more.
create or replace function survivor_withdraw(p_person bigint, p_id_no text) returns text
language plpgsql security definer set search_path = steward, pg_temp set datestyle = iso as $$
declare
	c survivor_claim;
begin
	perform survivor_may();
	select * into c from survivor_claim where person_id = p_person and state = 'open' for update;
	update survivor_heir h set state = 'withdrawn' where h.person_id = p_person and h.claim_no = c.claim_no and h.state = 'valid'
		and (coalesce(p_id_no, '') = '' or exists (select from person_ident i where i.person_id = h.heir_id and i.id_no = upper(p_id_no)));
	if not found then
		raise exception using errcode = 'ST404', message = 'no such heir claims',
			hint = 'steward risk heirs lists them; what was decided is taken back by an undo of its task.';
	end if;
	if not exists (select from survivor_heir h where h.person_id = p_person and h.claim_no = c.claim_no and h.state = 'valid') then
		if exists (select from task t where t.person_id = p_person and t.rule_id = 'risk.survivor_grant'
				and t.cause = c.claim_no::text and t.state = 'proposed') then
			raise exception using errcode = 'ST409', message = 'a proposal waits for its second person',
				hint = 'It is refused or taken back first.';
		end if;
		update survivor_claim set state = 'withdrawn', decided_on = business_day() where person_id = p_person and claim_no = c.claim_no;
		perform task_drop(p_person, 'risk.survivor_grant', c.claim_no::text);
	end if;
	perform survivor_audit(p_person, 'withdrawn', jsonb_build_object('claim', c.claim_no, 'heir', nullif(p_id_no, '')));
	return c.claim_no::text;
end $$;

-- The heirs of a claim as a text that both persons read: whoever is told otherwise after the proposal changes it.
create or replace function survivor_heirs_text(p_person bigint, p_claim int) returns text
language sql stable set search_path = steward, pg_temp as $$
	select coalesce(string_agg(p.name || ' ' || h.share || '% ' || h.channel || ' ' || right(h.number, 4), '; ' order by h.nth), '')
	from survivor_heir h join person p on p.person_id = h.heir_id
	where h.person_id = p_person and h.claim_no = p_claim and h.state = 'valid'
$$;

-- Shares of the sum, whole fen that come to it exactly.
create or replace function survivor_shares(p_person bigint, p_claim int, p_fen bigint)
returns table (nth int, heir_id bigint, amount_fen bigint)
language sql stable set search_path = steward, pg_temp as $$
	select h.nth, h.heir_id, p_fen * sum(h.share) over w / 100 - p_fen * (sum(h.share) over w - h.share) / 100
	from survivor_heir h where h.person_id = p_person and h.claim_no = p_claim and h.state = 'valid'
	window w as (order by h.nth)
$$;

create or replace function survivor_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	fen bigint := (select (inputs ->> 'monthly_fen')::bigint from decision where person_id = p_person and decision_id = p_decision);
	shares int := (select coalesce(sum(share), 0) from survivor_heir where person_id = p_person and claim_no = p_cause::int
		and state = 'valid');
begin
	if fen is null then
		raise exception using errcode = 'ST409', message = 'there is no amount to award',
			hint = 'Read why on the task; refuse the claim, or wait for the next judge.';
	elsif shares <> 100 then
		raise exception using errcode = 'ST409', message = format('the heirs have agreed on %s percent only', shares),
			hint = 'Enter the heir who is missing, or correct a share.';
	end if;
	update decision d set inputs = d.inputs || jsonb_build_object('effect', jsonb_build_object('claim', p_cause::int, 'total_fen', fen,
		'heirs', (select jsonb_agg(jsonb_build_object('nth', s.nth, 'heir', s.heir_id, 'fen', s.amount_fen) order by s.nth)
			from survivor_shares(p_person, p_cause::int, fen) s)))
	where d.person_id = p_person and d.decision_id = p_decision;
	return 1;
end $$;

-- A benefit of one month for each heir: what was paid and taken back before stands in its month again, so that nobody
-- who had his share rightly gets it twice.
create or replace function survivor_benefit(h survivor_heir, p_fen bigint) returns date
language plpgsql set search_path = steward, pg_temp as $$
begin
	insert into benefit (person_id, scheme, kind, valid_from, valid_to, region_code, state, monthly_fen, batch_id, line)
	select h.heir_id, 'employee', 'survivor_grants', h.paid_month, (h.paid_month + interval '1 month')::date, p.region_code, 'paid',
		p_fen, 0, 0 from person p where p.person_id = h.heir_id and h.paid_month is not null on conflict do nothing;
	if found then
		return h.paid_month;
	end if;
	return benefit_once(h.heir_id, 'employee', 'survivor_grants', p_fen);
end $$;

-- The heir hears of it as of a matter of his own, which is settled with it: his letter goes to him and to nobody else.
create or replace function survivor_word(h survivor_heir, p_state text, p_more text) returns void
language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	key text := concat_ws(' ', h.person_id, h.claim_no, p_more);
begin
	perform task_raise(h.heir_id, 'risk.survivor_paid', key, 'survivor_word', business_day(), survivor_say(h));
	update finding f set say = survivor_say(h), monthly_fen = h.amount_fen where f.person_id = h.heir_id
		and f.rule_id = 'risk.survivor_paid' and f.cause = key;
	update task t set state = p_state, ver = t.ver + 1, closed_on = business_day() where t.person_id = h.heir_id
		and t.rule_id = 'risk.survivor_paid' and t.cause = key;
	perform message_due(h.heir_id, 'risk.survivor_paid', key, null);
end $$;

create or replace function survivor_say(h survivor_heir) returns text
language sql stable set search_path = steward, pg_temp as $$
	select jsonb_build_array('grants after the death of %s: your share of %s percent is %s, paid to %s', p.name, h.share::text,
		yuan_text(coalesce(h.amount_fen, 0)), h.channel || ' ' || right(h.number, 4))::text
	from person p where p.person_id = h.person_id
$$;

create or replace function survivor_pay(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	e jsonb := (select inputs -> 'effect' from decision where person_id = p_person and decision_id = p_decision);
	h survivor_heir;
	n bigint := 0;
begin
	if not person_is_dead(p_person) or (select jsonb_agg(jsonb_build_object('nth', s.nth, 'heir', s.heir_id, 'fen', s.amount_fen)
			order by s.nth) from survivor_shares(p_person, p_cause::int, (e ->> 'total_fen')::bigint) s) is distinct from e -> 'heirs' then
		return 0;
	end if;
	update survivor_claim c set state = 'paid', total_fen = (e ->> 'total_fen')::bigint, decided_on = business_day(),
		died_on = (select d.died_on from death_told d where d.person_id = p_person)
	where c.person_id = p_person and c.claim_no = p_cause::int and c.state = 'open';
	if not found then
		return 0;
	end if;
	for h in select x.* from survivor_heir x where x.person_id = p_person and x.claim_no = p_cause::int and x.state = 'valid'
			order by x.nth loop
		h.amount_fen := (select s.amount_fen from survivor_shares(p_person, p_cause::int, (e ->> 'total_fen')::bigint) s
			where s.nth = h.nth);
		insert into account (person_id, channel, number, valid_from, region_code, holder, doubt, batch_id, line)
		select p.person_id, h.channel, h.number, business_day(), p.region_code, p.name, account_doubt(h.number), 0, p_person
		from person p where p.person_id = h.heir_id and not exists (select from account_of(business_day()) a where a.person_id = h.heir_id
			and (a.channel, a.number) = (h.channel, h.number)) on conflict do nothing;
		perform account_test_open(null, h.heir_id);
		update survivor_heir x set amount_fen = h.amount_fen, paid_month = survivor_benefit(h, h.amount_fen)
		where x.person_id = p_person and x.claim_no = h.claim_no and x.nth = h.nth;
		perform survivor_word(h, 'done', null);
		insert into touched (person_id, batch_id, region_code) values (h.heir_id, 0, h.region_code) on conflict do nothing;
		n := n + 1;
	end loop;
	return n;
end $$;

-- The account that came with the claim alone goes with it; line is whose death it was told for.
create or replace function survivor_account_end(h survivor_heir) returns void
language sql set search_path = steward, pg_temp as $$
	delete from account a where a.person_id = h.heir_id and a.batch_id = 0 and a.line = h.person_id and a.valid_from >= business_day();
	update account a set valid_to = business_day() where a.person_id = h.heir_id and a.batch_id = 0 and a.line = h.person_id
		and a.valid_to > business_day()
$$;

-- As if it had never been due: what was paid of it is somebody's to claim back from each heir at once.
create or replace function survivor_unpay(p_person bigint, p_claim int, p_state text) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	h survivor_heir;
	n bigint := 0;
begin
	update survivor_claim c set state = p_state, decided_on = case when p_state <> 'open' then business_day() end
	where c.person_id = p_person and c.claim_no = p_claim and c.state = 'paid';
	if not found then
		return 0;
	end if;
	for h in select x.* from survivor_heir x where x.person_id = p_person and x.claim_no = p_claim and x.state = 'valid'
			and x.amount_fen is not null order by x.nth loop
		if benefit_once_undo(h.heir_id, 'employee', 'survivor_grants', h.paid_month) then
			perform survivor_word(h, 'dismissed', null);
			n := n + 1;
		end if;
		perform survivor_account_end(h);
		update survivor_heir x set amount_fen = null where x.person_id = p_person and x.claim_no = p_claim and x.nth = h.nth;
	end loop;
	return n;
end $$;

create or replace function survivor_pay_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select survivor_unpay(p_person, p_cause::int, 'open') $$;

-- He was alive: a second person has agreed that the heirs have had what was not theirs.
create or replace function survivor_void(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select survivor_unpay(p_person, p_cause::int, 'void') $$;

create or replace function survivor_close(p_person bigint, p_claim int, p_from text, p_to text) returns bigint
language sql set search_path = steward, pg_temp as $$
	with done as (
		update survivor_claim c set state = p_to, decided_on = case when p_to <> 'open' then business_day() end
		where c.person_id = p_person and c.claim_no = p_claim and c.state = p_from and not exists (select from survivor_claim o
			where o.person_id = p_person and o.claim_no <> p_claim and o.state in ('open', 'paid'))
		returning c.region_code
	), touch as (
		insert into touched (person_id, batch_id, region_code) select p_person, 0::bigint, region_code from done on conflict do nothing
	) select count(*) from done
$$;
create or replace function survivor_refuse(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select survivor_close(p_person, p_cause::int, 'open', 'refused') $$;
create or replace function survivor_refuse_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select survivor_close(p_person, p_cause::int, 'refused', 'open') $$;

-- Heirs of whom something is kept here, as the judge of the dead wants it: months paid, since when a pension was drawn,
-- what he paid himself.
create or replace function survivor_facts(p_person bigint, out months int, out drawn_from date, out own_fen bigint, out scheme text)
language sql stable set search_path = steward, pg_temp as $$
	select coalesce(e.months_before, 0) + (select count(*)::int from contribution k where k.person_id = p_person and k.scheme = 'employee'),
		b.first, e.account_fen, case when e.person_id is not null or b.is_employee then 'employee' else 'resident' end
	from (select 1) one
	left join lateral (select * from enrolment x where x.person_id = p_person and x.scheme = 'employee'
		order by x.valid_from desc limit 1) e on true
	left join lateral (select min(x.valid_from) as first, bool_or(x.scheme = 'employee') as is_employee from benefit x
		where x.person_id = p_person and x.kind = 'pension' and x.state in ('paid', 'ended')) b on true
$$;

revoke execute on function survivor_born, survivor_person, survivor_may, survivor_audit, survivor_account, survivor_claim_of, survivor_tell,
	survivor_reach, survivor_withdraw, survivor_plan, survivor_benefit, survivor_word, survivor_say, survivor_pay, survivor_unpay,
	survivor_account_end, survivor_pay_undo, survivor_void, survivor_close, survivor_refuse, survivor_refuse_undo from public;
grant execute on function survivor_tell, survivor_withdraw to steward_staff;
grant execute on function survivor_heirs_text, survivor_facts, survivor_shares, survivor_say to steward_staff, steward_batch;
