-- The outbox: what a decision writes to whom, by which channel, and its way to the sender.

-- A number of the texts in force, or the usual one.
create or replace function post_number(p_name text, p_usual numeric) returns numeric
language sql stable set search_path = steward, pg_temp as $$
	select coalesce((select value from work_post where name = p_name), p_usual)
$$;

-- A report that was found wrong stands among the facts until they are made anew; nobody is written to as dead by it.
-- One that has just come in stands among the reports alone.
create or replace function person_is_dead(p_person bigint) returns boolean
language sql stable set search_path = steward, pg_temp set datestyle = iso as $$
	select exists (select from (select died_on from person_fact where person_id = p_person
		union select died_on from death_told where person_id = p_person) f
	where f.died_on <= business_day() and not exists (select from decision d where d.person_id = p_person
		and d.outcome = 'dismissed' and d.inputs -> 'facts' ->> 'died_on' = f.died_on::text
		and d.reason in ('alive', 'wrong_person', 'report_wrong')))
$$;

-- Where a channel reaches the person: the newest good value on the business day.
create or replace function contact_for(p_person bigint, p_channel text) returns text
language sql stable set search_path = steward, pg_temp as $$
	select c.value from contact c where c.person_id = p_person and not c.doubtful
		and c.kind = case p_channel when 'letter' then 'address' when 'sms' then 'phone' else p_channel end
		and c.valid_from <= business_day() and business_day() < c.valid_to
	order by c.valid_from desc, c.value limit 1
$$;

-- Of a name nothing stays that moves a cursor or is a number.
create or replace function short_name(p_name text) returns text
language sql immutable set search_path = steward, pg_temp as $$
	select regexp_replace(regexp_replace(p_name,
		'[\u0001-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069%]', '', 'g'), '[0-9０-９]', '*', 'g')
$$;

-- A text message in the person's language, or null.
create or replace function short_text(p_template text, p_language text, p_person bigint) returns text
language sql stable set search_path = steward, pg_temp as $$
	select replace(s.body, '%name', short_name(p.name))
	from work_short s cross join person p
	where s.template = p_template and p.person_id = p_person
	order by s.language = p_language desc, s.language desc limit 1
$$;

-- Of the channels that policy allows, the one that the person wants, or the first that reaches him.  A decision
-- against him goes by letter, or by mail where he has agreed to be served so; survivors get letters.  None: he wants
-- none, or nothing reaches him and nothing has to.
create or replace function message_channel(p_person bigint, w work_message, p_survivors boolean) returns text
language sql stable set search_path = steward, pg_temp as $$
	select case when p_survivors then 'letter' when x.channel = 'none' and not w.adverse then 'none'
		else coalesce((select c.name from unnest(w.channels) with ordinality c (name, nth)
			where contact_for(p_person, c.name) is not null
				and (not w.adverse or c.name = 'letter' or c.name = 'mail' and x.consents)
				and (c.name not in ('sms', 'app') or exists (select from work_short s where s.template = w.template))
			order by c.name is not distinct from x.channel desc, c.nth limit 1), case when w.adverse then 'letter' else 'none' end) end
	from (select 1) one left join contact_wish x on x.person_id = p_person
$$;

create or replace function message_note(m message, p_what text, p_detail text) returns void
language sql set search_path = steward, pg_temp as $$
	insert into message_event (person_id, message_id, event_id, region_code, what, round, detail)
	values (m.person_id, m.message_id, nextval('id_block'), m.region_code, p_what, m.round, left(coalesce(p_detail, ''), 500))
$$;

-- One message of a step.  A text message has its words at once; a letter is rendered from the decision afterwards.
create or replace function message_add(t task, w work_message, p_decision bigint, p_channel text, p_adverse boolean,
	p_survivors boolean) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	n bigint;
	in_language text := coalesce((select nullif(x.language, '') from contact_wish x where x.person_id = t.person_id), 'zh');
	short text := case when p_channel in ('sms', 'app') then short_text(w.template, in_language, t.person_id) end;
begin
	insert into message (person_id, message_id, region_code, template, language, rule_id, cause, decision_id, body, hash,
		state, channel, survivors, adverse, task_state, once, look, reply_days, why)
	values (t.person_id, nextval('id_block'), t.region_code, w.template, in_language, t.rule_id, t.cause, p_decision,
		short, encode(sha256(convert_to(short, 'UTF8')), 'hex'),
		case when p_channel = 'none' then 'dropped' when short is not null and not w.look then 'ready'
			when short is not null or w.words then 'draft' else 'due' end,
		p_channel, p_survivors, p_adverse, t.state, concat_ws(' ', t.rule_id, t.cause, t.state, p_decision), w.look,
		w.reply_days, case when p_channel <> 'none' then '' when exists (select from contact_wish x
			where x.person_id = t.person_id and x.channel = 'none') then 'wish' else 'unreachable' end)
	on conflict do nothing;
	get diagnostics n = row_count;
	return n;
end $$;

-- What was written about an earlier state of the task and has not left is not sent any more.
create or replace function message_overtaken(t task) returns void
language sql set search_path = steward, pg_temp as $$
	update message set state = 'dropped', why = 'overtaken' where person_id = t.person_id and rule_id = t.rule_id
		and cause = t.cause and once is not null and task_state <> t.state and state in ('draft', 'due', 'ready')
		and (lease_until is null or lease_until < now())
$$;

-- In the transaction of a step: what policy says it writes.  A proposal beyond the usual number writes nothing until
-- the manager has let it through.
create or replace function message_due(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	t task;
	w work_message;
	dead boolean := person_is_dead(p_person);
	way text;
	n bigint;
begin
	select * into t from task where person_id = p_person and rule_id = p_rule and cause = p_cause;
	perform message_overtaken(t);
	-- Of a decision that was taken back a word of its own, wherever its task is now.
	select * into w from work_message x where x.kind in (t.rule_id, t.task_type) and x.state = coalesce((select 'undone'
		from decision d where d.person_id = p_person and d.decision_id = p_decision and d.undoes is not null
			and d.outcome = 'approved'), t.state)
	order by x.kind = t.rule_id desc limit 1;
	if not found or p_person = 0 or exists (select from decision d where d.person_id = p_person
			and d.decision_id = p_decision and d.braked) then
		return 0;
	end if;
	if w.told and not exists (select from message m where m.person_id = p_person and m.rule_id = p_rule
			and m.cause = p_cause and m.once is not null and m.state <> 'dropped') then
		return 0;
	end if;
	way := message_channel(p_person, w, dead);
	n := message_add(t, w, p_decision, way, w.adverse, dead);
	-- Beside what is served: that it is on its way.
	if w.adverse and not dead and 'sms' = any (w.channels) and contact_for(p_person, 'sms') is not null
			and short_text(w.template, '', p_person) is not null and not exists (select from contact_wish x
				where x.person_id = p_person and x.channel in ('none', 'letter')) then
		n := n + message_add(t, w, p_decision, 'sms', false, false);
	end if;
	return n;
end $$;

-- What rules have settled alone (the session's table found_auto): a county's certificates in one statement.  Of one
-- cause a person hears once, though its day was taken back and judged again.  What is served goes row by row.
create or replace function message_settled(p_type text) returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	create temp table told_auto on commit drop as
	select f.person_id, f.region_code, f.rule_id, f.cause, d.decision_id, w.template, w.channels, w.adverse, w.look,
		w.words, w.reply_days
	from found_auto f join decision d using (person_id, rule_id, cause) cross join lateral (select * from work_message x
		where x.kind in (f.rule_id, p_type) and x.state = 'done' order by x.kind = f.rule_id desc limit 1) w
	where d.outcome = 'done' and f.person_id <> 0 and w.told = exists (select from message m where m.person_id = f.person_id
		and m.rule_id = f.rule_id and m.cause = f.cause and m.once is not null and m.state <> 'dropped');
	perform message_due(person_id, rule_id, cause, decision_id) from told_auto where adverse;
	delete from told_auto where adverse;
	insert into message (person_id, message_id, region_code, template, language, rule_id, cause, decision_id, body, hash,
		state, channel, survivors, adverse, task_state, once, look, reply_days, why)
	select a.person_id, nextval('id_block'), a.region_code, a.template, a.language, a.rule_id, a.cause, a.decision_id, a.short,
		encode(sha256(convert_to(a.short, 'UTF8')), 'hex'), case when a.way = 'none' then 'dropped'
			when a.short is not null and not a.look then 'ready' when a.short is not null or a.words then 'draft'
			else 'due' end,
		a.way, a.dead, false, 'done', concat_ws(' ', a.rule_id, a.cause, 'done', a.decision_id), a.look, a.reply_days,
		case when a.way <> 'none' then '' when a.wish = 'none' then 'wish' else 'unreachable' end
	from (select t.*, x.channel as wish, k.dead, k.way, l.language, case when k.way in ('sms', 'app') then (
			select replace(s.body, '%name', short_name(p.name)) from work_short s where s.template = t.template
			order by s.language = l.language desc, s.language desc limit 1) end as short
		from told_auto t join person p using (person_id) left join contact_wish x using (person_id)
		left join (select c.person_id, array_agg(case c.kind when 'address' then 'letter' when 'phone' then 'sms'
				else c.kind end) as ways
			from contact c join told_auto using (person_id) where not c.doubtful and c.valid_from <= business_day()
				and business_day() < c.valid_to group by 1) r using (person_id)
		left join (select person_id from death_told join told_auto using (person_id)
			union select person_id from person_fact join told_auto using (person_id)
			where died_on is not null) g using (person_id)
		cross join lateral (select coalesce(nullif(x.language, ''), 'zh') as language,
			g.person_id is not null and person_is_dead(t.person_id) as dead offset 0) l
		cross join lateral (select l.dead, case when l.dead then 'letter' when x.channel = 'none' then 'none'
			else coalesce((select c.name from unnest(t.channels) with ordinality c (name, nth)
				where c.name = any (r.ways) and (c.name not in ('sms', 'app')
					or exists (select from work_short s where s.template = t.template))
				order by c.name is not distinct from x.channel desc, c.nth limit 1), 'none') end as way) k) a
	on conflict do nothing;
	drop table told_auto;
end $$;

-- Before letters are rendered: what was overtaken is dropped, a death that was reported meanwhile turns what was
-- meant for the dead to the survivors, and where there is no address nothing is rendered.  An estate is tried
-- again; a living person without an address is somebody's task at once.
create or replace function message_prepare() returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	n bigint;
	tries_most int := post_number('estate_tries', 26);
	wait int := post_number('estate_days', 7);
begin
	perform restored_refuse();
	perform sent_before_known();
	update message m set state = 'dropped', why = 'overtaken' from task t
	where t.person_id = m.person_id and t.rule_id = m.rule_id and t.cause = m.cause and t.state <> m.task_state
		and m.once is not null and m.state in ('due', 'ready') and (m.lease_until is null or m.lease_until < now());
	update message m set state = case when m.channel in ('letter', 'mail') then 'due' else 'dropped' end,
		channel = case m.channel when 'mail' then 'letter' else m.channel end,
		why = case when m.channel in ('letter', 'mail') then '' else 'dead' end,
		body = null, hash = null, approver = null, survivors = not m.survivors
	where m.once is not null and m.state in ('due', 'ready') and (m.lease_until is null or m.lease_until < now())
		and m.survivors <> person_is_dead(m.person_id);
	update message m set tries = tries + 1, next_on = business_day() + wait, why = 'no address',
		state = case when m.survivors and m.tries < tries_most then 'due' else 'failed' end
	where m.state = 'due' and m.next_on <= business_day() and contact_for(m.person_id, m.channel) is null;
	get diagnostics n = row_count;
	return n;
end $$;

-- The letters that are to be rendered now.
create or replace function message_unwritten(p_most int) returns table (message_id bigint, person_id bigint, rule_id text,
	cause text, language text, words text, survivors boolean, task_state text,
	reply_days int)
language sql stable set search_path = steward, pg_temp as $$
	select m.message_id, m.person_id, m.rule_id, m.cause, m.language, coalesce(m.words, ''), m.survivors, m.task_state,
		m.reply_days
	from message m where m.state = 'due' and m.body is null and m.next_on <= business_day()
		and contact_for(m.person_id, m.channel) is not null
	order by m.message_id limit p_most
$$;

-- A letter's text, once: its bytes are those that are sent.  What nobody has to look at is approved with its words,
-- which two have adopted, and with the decision.
create or replace function message_write(p_message bigint, p_body text) returns bigint
language sql security definer set search_path = steward, pg_temp as $$
	with written as (
		update message set body = p_body, hash = encode(sha256(convert_to(p_body, 'UTF8')), 'hex'), tries = 0,
			why = '', state = case when look then 'draft' else 'ready' end
		where message_id = p_message and state = 'due' and body is null returning message_id
	) select count(*) from written
$$;

-- What cannot be rendered is told, and waits for somebody.
create or replace function message_unwritable(p_message bigint, p_why text) returns bigint
language sql security definer set search_path = steward, pg_temp as $$
	with failed as (
		update message set state = 'failed', why = left('unwritable: ' || p_why, 200)
		where message_id = p_message and state = 'due' returning message_id
	) select count(*) from failed
$$;

-- Is it an hour at which nobody's telephone is to ring?
create or replace function post_is_quiet(p_time time) returns boolean
language sql stable set search_path = steward, pg_temp as $$
	select case when q.a <= q.b then p_time >= q.a and p_time < q.b else p_time >= q.a or p_time < q.b end
	from (select make_time(post_number('quiet_from', 21)::int, 0, 0) as a,
		make_time(post_number('quiet_to', 8)::int, 0, 0) as b) q
$$;

-- How many more a channel may send in this minute.
create or replace function post_room(p_channel text) returns bigint
language sql stable set search_path = steward, pg_temp as $$
	select greatest(post_number(p_channel || '_per_minute', 100000)::bigint - (select count(*) from message
		where channel = p_channel and (sent_at > now() - interval '1 minute'
			or state = 'ready' and lease_until > now())), 0)
$$;

-- Some messages to be sent, in the hands of this session for a while: whoever dies lets them go.  One whose bytes
-- are not those that were approved goes to nobody.
create or replace function message_take(p_channels text[], p_most int, p_time time)
returns table (message_id bigint, channel text, reached text, name text, language text, template text, body text,
	hash text, round int, day date)
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	m message;
	quiet boolean := post_is_quiet(p_time);
	most int := post_number('per_person_day', 3);
	room jsonb := (select jsonb_object_agg(c, post_room(c)) from unnest(p_channels) c);
begin
	perform restored_refuse();
	for m in select * from message x where x.state = 'ready' and x.channel = any (p_channels) and x.next_at <= now()
			and not (quiet and x.channel in ('sms', 'app'))
			and (x.lease_until is null or x.lease_until < now()
				or not exists (select from pg_stat_activity a where a.pid = x.lease_pid))
			order by x.next_at, x.message_id limit greatest(p_most, 0) for update skip locked loop
		if m.hash is distinct from encode(sha256(convert_to(m.body, 'UTF8')), 'hex') then
			update message x set state = 'failed', why = 'changed' where x.message_id = m.message_id and x.person_id = m.person_id;
			perform message_note(m, 'refused', 'its bytes are not those that were approved');
			continue;
		end if;
		continue when (room ->> m.channel)::bigint <= 0;
		continue when m.channel in ('sms', 'app') and (select count(*) from message x where x.person_id = m.person_id
			and x.channel in ('sms', 'app') and (x.sent_on = business_day() or x.state = 'ready' and x.lease_until > now())) >= most;
		room := jsonb_set(room, array[m.channel], to_jsonb((room ->> m.channel)::bigint - 1));
		update message x set lease_pid = pg_backend_pid(), lease_until = now() + interval '10 minutes'
		where x.person_id = m.person_id and x.message_id = m.message_id;
		return query select m.message_id, m.channel, coalesce(contact_for(m.person_id, m.channel), ''),
			(select p.name from person p where p.person_id = m.person_id), m.language, m.template, m.body, m.hash,
			m.round, office_time(m.at)::date;
	end loop;
end $$;

-- It has left: recorded once, however often it was handed over.
create or replace function message_sent(p_message bigint, p_hash text, p_ref text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	m message;
begin
	update message set state = 'sent', sent_at = clock_timestamp(), sent_on = business_day(), ref = left(p_ref, 200), why = '',
		lease_pid = null, lease_until = null
	where message_id = p_message and state = 'ready' and hash = p_hash returning * into m;
	if not found then
		return 0;
	end if;
	perform message_note(m, 'sent', p_ref);
	return 1;
end $$;

-- It could not be handed over: later again, unless that is useless or was tried often enough.
create or replace function message_unsent(p_message bigint, p_why text, p_final boolean) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	m message;
begin
	update message set tries = tries + 1, why = left(p_why, 200), lease_pid = null, lease_until = null,
		next_at = now() + interval '5 minutes' * power(2, least(tries, 8)),
		state = case when p_final or tries + 1 >= post_number('tries', 8) then 'failed' else 'ready' end
	where message_id = p_message and state = 'ready' returning * into m;
	if not found then
		return 0;
	end if;
	perform message_note(m, case m.state when 'failed' then 'failed' else 'tried' end, p_why);
	return 1;
end $$;

revoke execute on function post_number, person_is_dead, contact_for, short_name, short_text, message_channel, message_note, message_add,
	message_overtaken, message_due, message_settled, message_prepare, message_unwritten, message_write, message_unwritable, post_is_quiet,
	post_room, message_take, message_sent, message_unsent from public;
grant execute on function person_is_dead, contact_for, post_number to steward_staff, steward_batch;
grant execute on function message_prepare, message_unwritten, message_write, message_unwritable, message_take, message_sent,
	message_unsent to steward_batch;
