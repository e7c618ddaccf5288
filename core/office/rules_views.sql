-- The screens of the policy texts; their versions are adoption_history.

-- Every time a draft of this text was shown to everyone, newest first.
-- statement: rules_rehearsals
-- params: path text
-- columns: mark text, at text, author name, business_day date, arises int8, vanishes int8, changes int8, persons int8, monthly_fen int8, hash text, texts int8
select case when exists (select from rule_version v where v.rehearsal_id = r.rehearsal_id)
		then '*' else '' end,
	to_char(r.at, 'YYYY-MM-DD HH24:MI'), r.author, r.business_day,
	(r.totals ->> 'arises')::bigint, (r.totals ->> 'vanishes')::bigint,
	(r.totals ->> 'changes')::bigint, (r.totals ->> 'persons')::bigint,
	(r.totals ->> 'monthly_fen')::bigint, r.draft ->> $1,
	(select count(*) from jsonb_object_keys(r.draft))
from rehearsal r where r.draft ? $1 order by r.at desc, r.rehearsal_id desc limit 30;

-- statement: rules_text
-- params: path text
-- columns: line text
select replace(x.line, E'\t', '  ') from rules_in_force(business_day()) f
join rule_text t using (hash)
cross join lateral regexp_split_to_table(t.body, E'\n') with ordinality x (line, nth)
where f.path = $1 order by x.nth limit 2000;
