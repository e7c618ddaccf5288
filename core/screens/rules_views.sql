-- The screens of the policy texts; their versions are adoption_history.

-- Drafts that everyone was judged by and nobody has adopted, as long as nothing else has come into
-- force: each one's newest rehearsal, with the most of any of its days.  What was withdrawn may be shown and adopted once more.
-- statement: rules_waiting
-- params:
-- columns: mark text, at text, author name, texts text, business_day date, arises int8, vanishes int8, monthly_fen int8, rehearsal_id int8
select case when x.author <> session_user then '*' else '' end, to_char(office_time(x.at), 'YYYY-MM-DD HH24:MI'),
	x.author, (select string_agg(k, ' ' order by k) from jsonb_object_keys(x.draft) k),
	x.business_day, d.arises, d.vanishes, d.monthly_fen, x.rehearsal_id
from (select distinct on (r.draft_hash) r.* from rehearsal r where r.region_code is null
		and r.checks is null
	order by r.draft_hash, r.rehearsal_id desc) x
cross join lateral (select max((r.totals ->> 'arises')::bigint), max((r.totals ->> 'vanishes')::bigint),
		(array_agg((r.totals ->> 'monthly_fen')::bigint order by abs((r.totals ->> 'monthly_fen')::bigint) desc))[1]
	from rehearsal r where r.rehearsal_id = x.rehearsal_id or (r.checks = x.rehearsal_id and r.author = x.author))
	d (arises, vanishes, monthly_fen)
where x.base_hash = rules_base(greatest(business_day(), x.business_day))
	and not exists (select from rehearsal r join rule_version v using (rehearsal_id)
		where r.draft_hash = x.draft_hash and (v.withdrawn_from is null or v.adopted_at >= x.at))
order by x.rehearsal_id desc limit 10;

-- statement: rules_rehearsal
-- params: rehearsal_id int8
-- columns: texts text, state text, author name, at text, business_day date, region text, persons int8, arises int8, vanishes int8, changes int8, monthly_fen int8, draft_hash text, result_hash text
select (select string_agg(k, ' ' order by k) from jsonb_object_keys(r.draft) k),
	case when exists (select from rule_version v where v.rehearsal_id = r.rehearsal_id) then 'adopted'
		when r.region_code is not null then 'for one area alone'
		when r.base_hash <> rules_base(greatest(business_day(), r.business_day))
			then 'out of date' else 'waits for a second person' end,
	r.author, to_char(office_time(r.at), 'YYYY-MM-DD HH24:MI'), r.business_day,
	coalesce((select g.name from region g where g.region_code = r.region_code), ''),
	(r.totals ->> 'persons')::bigint, (r.totals ->> 'arises')::bigint,
	(r.totals ->> 'vanishes')::bigint, (r.totals ->> 'changes')::bigint,
	(r.totals ->> 'monthly_fen')::bigint, r.draft_hash, r.result_hash
from rehearsal r where r.rehearsal_id = $1 limit 1;

-- Where it is felt on more days than one: each of them.
-- statement: rules_days
-- params: rehearsal_id int8
-- columns: business_day date, persons int8, arises int8, vanishes int8, changes int8, monthly_fen int8, rehearsal_id int8
select r.business_day, (r.totals ->> 'persons')::bigint, (r.totals ->> 'arises')::bigint,
	(r.totals ->> 'vanishes')::bigint, (r.totals ->> 'changes')::bigint, (r.totals ->> 'monthly_fen')::bigint, r.rehearsal_id
from rehearsal f join rehearsal r on r.rehearsal_id = f.rehearsal_id or (r.checks = f.rehearsal_id and r.author = f.author)
where f.rehearsal_id = $1 and f.totals ? 'days' order by r.business_day limit 20;

-- The texts of a draft, each with the version it was meant to follow; "-" is no text.
-- statement: rules_draft
-- params: rehearsal_id int8
-- columns: path text, before text, hash text
select d.key, coalesce(nullif(b.hash, ''), '-'), coalesce(nullif(d.value, ''), '-')
from rehearsal r cross join jsonb_each_text(r.draft) d
left join lateral (select v.hash from rule_version v where v.path = d.key
	and v.from_day <= r.business_day and v.adopted_at <= r.at
	and (v.withdrawn_from is null or v.withdrawn_from > r.business_day)
	order by v.from_day desc, v.adopted_at desc, v.version_id desc limit 1) b on true
where r.rehearsal_id = $1 order by d.key collate "C" limit 100;

-- Every time a draft of this text was shown to everyone, newest first.
-- statement: rules_rehearsals
-- params: path text
-- columns: mark text, at text, author name, business_day date, arises int8, vanishes int8, changes int8, persons int8, monthly_fen int8, hash text, texts int8, rehearsal_id int8
select case when exists (select from rule_version v where v.rehearsal_id = r.rehearsal_id)
		then '*' else '' end,
	to_char(office_time(r.at), 'YYYY-MM-DD HH24:MI'), r.author, r.business_day,
	(r.totals ->> 'arises')::bigint, (r.totals ->> 'vanishes')::bigint,
	(r.totals ->> 'changes')::bigint, (r.totals ->> 'persons')::bigint,
	(r.totals ->> 'monthly_fen')::bigint, r.draft ->> $1,
	(select count(*) from jsonb_object_keys(r.draft)), r.rehearsal_id
from rehearsal r where r.draft ? $1 and r.checks is null order by r.at desc, r.rehearsal_id desc limit 30;

-- statement: rules_text
-- params: path text
-- columns: line text
select replace(x.line, E'\t', '  ') from rules_in_force(business_day()) f
join rule_text t using (hash)
cross join lateral regexp_split_to_table(t.body, E'\n') with ordinality x (line, nth)
where f.path = $1 order by x.nth limit 2000;
