-- How a text comes into force, and goes: in the hands of two persons who have both seen what it does.

-- A text is what its hash says, from the first moment.
alter table rule_text add constraint rule_text_hash check (hash = sha256_text(body));

-- Whoever adopts rehearses once more; that rehearsal says which one it repeats.  Rows of another's rehearsal are
-- written by nobody: who wrote one is a column without a right.
alter table rehearsal add checks bigint;
alter table rehearsal_change add author name not null default session_user;
update rehearsal_change c set author = r.author from rehearsal r where r.rehearsal_id = c.rehearsal_id;
revoke insert on rehearsal_change from steward_policy;
grant insert (person_id, rehearsal_id, rule_id, cause, region_code, change, sex, age, task_type, monthly_fen,
	before, after) on rehearsal_change to steward_policy;
grant insert (checks) on rehearsal to steward_policy;

alter table rule_version add withdrawal_by name, add withdrawal_from date,
	add constraint rule_version_two_withdraw check (withdrawn_by <> withdrawal_by);

-- What a draft stands on: the texts in force on its day, and all that is decided already for later days.
create function rules_base(day date) returns text
language sql stable set search_path = steward, pg_temp as $$
	select sha256_text(concat_ws(E'\n', rules_state(day), (select string_agg(concat_ws(' ',
		v.from_day - date '2000-01-01', v.path, v.hash, v.withdrawn_from - date '2000-01-01'), E'\n'
		order by v.from_day, v.path collate "C", v.version_id)
	from rule_version v where (v.from_day > day or v.withdrawn_from > day)
		and (v.withdrawn_from is null or v.withdrawn_from > v.from_day))))
$$;

drop function rules_adopt, rules_adopt_rehearsed;
-- p_check is the adopting person's own rehearsal of the same draft, with the same result.
create function rules_adopt(p_rehearsal bigint, p_check bigint, p_from date) returns int
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	r rehearsal;
	c rehearsal;
	n int;
begin
	-- One at a time: what one puts into force is the base of the next.
	lock table rule_version in share row exclusive mode;
	if not pg_has_role(session_user, 'steward_policy', 'member') then
		raise exception using errcode = 'ST403', message = 'adoption needs a policy officer';
	end if;
	select * into r from rehearsal where rehearsal_id = p_rehearsal;
	select * into c from rehearsal where rehearsal_id = p_check;
	if r.rehearsal_id is null or c.author is distinct from session_user or c.checks is distinct from p_rehearsal
			or (r.draft_hash, r.draft, r.base_hash, r.business_day) is distinct from
			(c.draft_hash, c.draft, c.base_hash, c.business_day) then
		raise exception using errcode = 'ST404', message = 'this draft was not rehearsed',
			hint = 'Rehearse the files exactly as they are now: steward rules rehearse.';
	end if;
	if r.author = session_user then
		raise exception using errcode = 'ST403',
			message = 'a draft is put into force by a second person',
			hint = 'You rehearsed it yourself; another policy officer must adopt it.';
	end if;
	if p_from < business_day() or p_from < r.business_day or r.region_code is not null then
		raise exception using errcode = 'ST422',
			message = case when r.region_code is not null then 'only a part of the persons was rehearsed'
				when p_from < business_day() then 'a text cannot come into force in the past'
				else 'it was rehearsed for a later day' end,
			hint = case when r.region_code is not null then 'Rehearse it without --region first.'
				when p_from < business_day() then 'Give the business day or a later one; a value '
					'valid from a past day stands in the text itself.'
				else 'Give that day with --from, or rehearse it for the day it shall begin.' end;
	end if;
	if (r.result_hash, r.totals) is distinct from (c.result_hash, c.totals) then
		raise exception using errcode = 'ST409',
			message = 'rehearsed again, the draft does something else',
			hint = 'Its author rehearses it once more on the facts of today: steward rules rehearse.';
	end if;
	if r.base_hash <> rules_base(p_from) then
		raise exception using errcode = 'ST409',
			message = 'other texts have come into force since this was rehearsed',
			hint = 'Rehearse the draft again on the texts of today.';
	end if;
	if r.draft_hash is distinct from draft_hash(r.draft) or exists (select from jsonb_each_text(r.draft) d
			left join rule_text t on t.hash = d.value where t.hash is null
			or d.key !~ '^(parameters|calculations|rules/[^/]+)/[^/]+\.lua$'
			or d.key ~ '["\\[:cntrl:] ]') then
		raise exception using errcode = 'ST422',
			message = 'the texts of this draft are not what its hash says',
			hint = 'Rehearse the files again: steward rules rehearse. If it stays so, somebody has written '
				'into rehearsal or rule_text by hand.';
	end if;
	insert into rule_version (version_id, path, hash, from_day, rehearsal_id, author)
	select nextval('id_block'), d.key, d.value, p_from, r.rehearsal_id, r.author
	from jsonb_each_text(r.draft) d;
	get diagnostics n = row_count;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'rules.adopt', jsonb_build_object('rehearsal',
		r.rehearsal_id, 'check', c.rehearsal_id, 'draft', r.draft, 'from', p_from, 'author', r.author));
	return n;
end $$;

-- Taking a law back costs as much as making it: one proposes, another does it.  The version before it is in
-- force again from the day on; the text stays to be read and replayed.  True when it is done.
drop function rules_withdraw;
create function rules_withdraw(p_path text, p_hash text, p_from date) returns boolean
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	v rule_version;
	is_second boolean;
begin
	lock table rule_version in share row exclusive mode;
	if not pg_has_role(session_user, 'steward_policy', 'member') then
		raise exception using errcode = 'ST403', message = 'withdrawing needs a policy officer';
	end if;
	if p_from < business_day() then
		raise exception using errcode = 'ST422',
			message = 'a text cannot be withdrawn in the past',
			hint = 'Give the business day or a later one.';
	end if;
	select * into v from rule_version x where x.path = p_path and x.hash = p_hash
		and x.withdrawn_from is null and x.rehearsal_id is not null
	order by x.adopted_at desc, x.version_id desc limit 1;
	if not found then
		raise exception using errcode = 'ST404',
			message = 'there is no adopted version to withdraw',
			hint = 'steward rules history PATH lists the versions; what came with the '
				'program can be replaced, not withdrawn.';
	end if;
	is_second := coalesce(v.withdrawal_by <> session_user and v.withdrawal_from = p_from, false);
	if is_second then
		update rule_version set withdrawn_from = p_from, withdrawn_by = session_user
		where version_id = v.version_id;
	else
		update rule_version set withdrawal_by = session_user, withdrawal_from = p_from
		where version_id = v.version_id;
	end if;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, case when is_second then 'rules.withdraw'
		else 'rules.propose_withdrawal' end, jsonb_build_object('path', p_path, 'hash', p_hash,
		'from', p_from, 'proposed_by', v.withdrawal_by));
	return is_second;
end $$;

revoke execute on function rules_base, rules_adopt, rules_withdraw from public;
grant execute on function rules_base, sha256_text to steward_staff, steward_batch;
grant execute on function rules_adopt, rules_withdraw to steward_policy;
