-- What is adopted is what the hashes say, whoever wrote the rows: a policy officer may write rehearsals and
-- texts, and the second one signs the hash of the draft alone.
revoke update on rule_text from steward_batch;

create function sha256_text(s text) returns text language sql immutable as
	$$ select encode(sha256(convert_to(s, 'UTF8')), 'hex') $$;

-- As rule/rulebook.c makes it: parameters, calculations, rules, each by path.
create function draft_hash(draft jsonb) returns text
language sql immutable set search_path = steward, pg_temp as $$
	select sha256_text(string_agg(key || ' ' || value || E'\n', '' order by case when key like 'p%' then 1
		when key like 'c%' then 2 else 3 end, key collate "C")) from jsonb_each_text(draft)
$$;

alter function rules_adopt rename to rules_adopt_rehearsed;
revoke execute on function rules_adopt_rehearsed from public, steward_policy;
create function rules_adopt(p_rehearsal bigint, p_draft_hash text, p_from date) returns int
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	if exists (select from rehearsal r cross join jsonb_each_text(r.draft) d
		left join rule_text t on t.hash = d.value
		where r.rehearsal_id = p_rehearsal and (t.hash is null or t.hash <> sha256_text(t.body)
			or d.key !~ '^(parameters|calculations|rules/[^/]+)/[^/]+\.lua$'
			or d.key ~ '["\\[:cntrl:] ]'))
		or exists (select from rehearsal r where r.rehearsal_id = p_rehearsal
			and r.draft_hash is distinct from draft_hash(r.draft)) then
		raise exception using errcode = 'ST422',
			message = 'the texts of this draft are not what its hash says',
			hint = 'Rehearse the files again: steward rules rehearse. If it stays so, somebody has written '
				'into rehearsal or rule_text by hand.';
	end if;
	return rules_adopt_rehearsed(p_rehearsal, p_draft_hash, p_from);
end $$;

revoke execute on function sha256_text, draft_hash, rules_adopt from public;
grant execute on function rules_adopt to steward_policy;
