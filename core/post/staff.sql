-- What people do with messages: words, approval, receipts, what came back, another try.

-- The message, locked; who may do this to it.
create or replace function message_open(p_message bigint, p_jobs text[]) returns message
language plpgsql set search_path = steward, pg_temp as $$
declare
	m message;
begin
	if not exists (select from unnest(p_jobs) j where pg_has_role(session_user, 'steward_' || j, 'member')) then
		raise exception using errcode = 'ST403', message = format('this is reserved for the role %s', p_jobs[1]);
	end if;
	select * into m from message where message_id = p_message for update;
	if not found then
		raise exception using errcode = 'ST404', message = format('there is no message %s', p_message),
			hint = 'steward post list tells the numbers.';
	end if;
	return m;
end $$;

create or replace function message_wrong_state(m message) returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	raise exception using errcode = 'ST409', message = format('message %s is "%s" by now', m.message_id, m.state),
		hint = 'Reload the list; someone else was faster.';
end $$;

create or replace function message_done(m message, p_what text, p_detail text) returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	perform message_note(m, p_what, p_detail);
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (m.person_id, nextval('id_block'), m.region_code, 'message.' || p_what, jsonb_strip_nulls(jsonb_build_object(
		'message', m.message_id, 'rule', m.rule_id, 'cause', m.cause, 'detail', nullif(p_detail, ''))));
end $$;

-- The words that a template leaves to a person.  Its letter is rendered with them.
create or replace function message_words(p_message bigint, p_words text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	m message := message_open(p_message, '{clerk}');
begin
	if m.state <> 'draft' or m.once is null then
		perform message_wrong_state(m);
	elsif length(p_words) > 4000 then
		raise exception using errcode = 'ST422', message = 'the words of a letter are 4000 characters at most',
			hint = 'Say what the person has to know; the rest can be asked for.';
	end if;
	update message set words = nullif(btrim(p_words), ''), who = session_user, body = null, hash = null,
		state = case when btrim(p_words) = '' then 'draft' else 'due' end, look = true
	where person_id = m.person_id and message_id = m.message_id;
	perform message_done(m, 'words', '');
	return 1;
end $$;

-- Exactly these bytes may go: said by somebody who wrote none of them and did not decide the case.
create or replace function message_approve(p_message bigint, p_hash text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	m message := message_open(p_message, '{reviewer,manager}');
begin
	if m.state <> 'draft' or m.body is null then
		perform message_wrong_state(m);
	end if;
	if m.who = session_user or exists (select from decision d where d.person_id = m.person_id
			and d.decision_id = m.decision_id and d.author = session_user) then
		raise exception using errcode = 'ST403', message = 'a letter needs a second person',
			hint = 'You wrote it or decided the case yourself; somebody else must look at it.';
	end if;
	if p_hash is distinct from encode(sha256(convert_to(m.body, 'UTF8')), 'hex') then
		raise exception using errcode = 'ST409', message = 'the letter is not what was looked at',
			hint = 'Look at it again: steward post show tells its signature.';
	end if;
	update message set state = 'ready', hash = p_hash, approver = session_user, next_at = now()
	where person_id = m.person_id and message_id = m.message_id;
	perform message_done(m, 'approve', p_hash);
	return 1;
end $$;

-- It has arrived, has not, or has come back.  The day and the means of its delivery start the clocks of the
-- addressee; what decides against somebody needs proof.  The same receipt again changes nothing.
create or replace function message_receipt(p_message bigint, p_what text, p_day date, p_means text, p_proof text)
returns bigint language plpgsql security definer set search_path = steward, pg_temp set datestyle = iso as $$
declare
	m message := message_open(p_message, '{clerk,reviewer,batch}');
	served date := case p_means when 'publication' then p_day + post_number('public_notice_days', 30)::int
		else p_day end;
begin
	if m.state = p_what and (p_what <> 'delivered' or (m.delivered_on, m.means) is not distinct from (served, p_means)) then
		return 0;
	end if;
	if m.state <> 'sent' or p_what not in ('delivered', 'failed', 'returned') then
		perform message_wrong_state(m);
	end if;
	if p_day is null or p_day > business_day() or p_day < m.sent_on then
		raise exception using errcode = 'ST422', message = 'a message arrives between the day it was sent and today',
			hint = 'Mend the day.';
	end if;
	if p_what = 'delivered' and (m.channel = 'letter') = (p_means is not distinct from 'electronic') then
		raise exception using errcode = 'ST422', message = format('"%s" does not deliver this message', p_means),
			hint = 'Letters: direct, household, left, post, publication; everything else: electronic.';
	end if;
	if p_what = 'delivered' and m.adverse and coalesce(btrim(p_proof), '') = '' then
		raise exception using errcode = 'ST422', message = 'the delivery of a decision needs its proof',
			hint = 'Give what proves it: the number of the return receipt, who signed, the witness.';
	end if;
	update message set state = p_what, delivered_on = case when p_what = 'delivered' then served end,
		means = case when p_what = 'delivered' then p_means end, proof = left(p_proof, 500),
		why = case p_what when 'delivered' then '' else coalesce(left(p_proof, 200), '') end,
		reply_by = case when p_what = 'delivered' then served + reply_days end
	where person_id = m.person_id and message_id = m.message_id;
	-- Nothing is sent to where mail came back from until another word of it comes.
	update contact set doubtful = true where p_what = 'returned' and person_id = m.person_id
		and kind = case m.channel when 'letter' then 'address' when 'sms' then 'phone' else m.channel end
		and value = contact_for(m.person_id, m.channel);
	perform message_done(m, p_what, concat_ws(' ', p_day, p_means, p_proof));
	return 1;
end $$;

-- Another try of what failed or came back: a letter is rendered anew, for its address may be another one.
create or replace function message_retry(p_message bigint) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	m message := message_open(p_message, '{clerk,reviewer}');
	is_letter boolean := m.channel in ('letter', 'mail') and m.once is not null;
begin
	if m.state not in ('failed', 'returned') or m.why = 'changed' and not is_letter then
		perform message_wrong_state(m);
	end if;
	update message set state = case when is_letter then 'due' else 'ready' end, round = round + 1, tries = 0,
		body = case when is_letter then null else body end, hash = case when is_letter then null
			else hash end,
		next_at = now(), next_on = business_day(), why = '', approver = null
	where person_id = m.person_id and message_id = m.message_id;
	perform message_done(m, 'retry', m.why);
	return 1;
end $$;

create or replace function message_drop(p_message bigint, p_why text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	m message := message_open(p_message, '{clerk,reviewer}');
begin
	if m.state not in ('draft', 'due', 'ready', 'failed', 'returned') or m.lease_until > now() then
		perform message_wrong_state(m);
	end if;
	if btrim(coalesce(p_why, '')) = '' then
		raise exception using errcode = 'ST422', message = 'a message is given up for a reason',
			hint = 'Say why; it stays with the message.';
	end if;
	update message set state = 'dropped', why = left(p_why, 200) where person_id = m.person_id and message_id = m.message_id;
	perform message_done(m, 'drop', p_why);
	return 1;
end $$;

-- The person has answered: no task is made of the day by which he had to.
create or replace function message_replied(p_message bigint, p_day date) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	m message := message_open(p_message, '{clerk,reviewer}');
begin
	if m.state <> 'delivered' or m.replied_on is not null then
		perform message_wrong_state(m);
	end if;
	update message set replied_on = coalesce(p_day, business_day()) where person_id = m.person_id and message_id = m.message_id;
	perform message_done(m, 'reply', '');
	return 1;
end $$;

create or replace function contact_wish_put(p_person bigint, p_channel text, p_language text, p_consents boolean)
returns bigint language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	p person;
begin
	if not pg_has_role(session_user, 'steward_clerk', 'member') then
		raise exception using errcode = 'ST403', message = 'this is reserved for the role clerk';
	end if;
	select * into p from person where person_id = p_person;
	if not found then
		raise exception using errcode = 'ST404', message = 'there is no such person';
	end if;
	insert into contact_wish as w (person_id, region_code, channel, language, consents)
	values (p_person, p.region_code, coalesce(p_channel, ''), coalesce(p_language, ''), coalesce(p_consents, false))
	on conflict (person_id) do update set channel = excluded.channel, language = excluded.language,
		consents = excluded.consents, who = session_user, at = now();
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (p_person, nextval('id_block'), p.region_code, 'contact.wish', jsonb_build_object('channel', p_channel,
		'language', p_language, 'consents', p_consents));
	return 1;
end $$;

-- A copy on paper, of what has a text: the sender puts it into the export folder.
create or replace function message_print(p_message bigint) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	m message := message_open(p_message, '{clerk,reviewer}');
begin
	if m.body is null then
		perform message_wrong_state(m);
	end if;
	update message set print_at = now(), printed = printed + 1 where person_id = m.person_id and message_id = m.message_id;
	perform message_done(m, 'print', '');
	return 1;
end $$;

create or replace function message_printing(p_most int) returns table (message_id bigint, language text, body text, hash text,
	printed int, day date)
language sql stable security definer set search_path = steward, pg_temp as $$
	select m.message_id, m.language, m.body, coalesce(m.hash, encode(sha256(convert_to(m.body, 'UTF8')), 'hex')), m.printed,
		office_time(m.at)::date
	from message m where m.print_at is not null order by m.print_at limit p_most
$$;

create or replace function message_printed(p_message bigint, p_printed int) returns bigint
language sql security definer set search_path = steward, pg_temp as $$
	with done as (update message set print_at = null where message_id = p_message and printed = p_printed
		returning message_id)
	select count(*) from done
$$;

revoke execute on function message_print, message_printing, message_printed, message_open, message_wrong_state, message_done, message_words, message_approve, message_receipt,
	message_retry, message_drop, message_replied, contact_wish_put from public;
grant execute on function message_print, message_words, message_approve, message_receipt, message_retry, message_drop, message_replied,
	contact_wish_put to steward_staff;
grant execute on function message_receipt, message_printing, message_printed to steward_batch;
