-- Texts of rules and parameters: archived by hash, in force by version.

-- statement: adoption_texts
-- params: day date
-- columns: path text, hash text, body text
select v.path, v.hash, coalesce(t.body, '') from rules_in_force(coalesce($1::date, business_day())) v
left join rule_text t on t.hash = v.hash order by v.path collate "C";

-- statement: adoption_today
-- columns: day text
select business_day()::text as day;

-- statement: adoption_archive
-- params: hash text, path text, body text
insert into rule_text (hash, rule_id, body, seen_on) values ($1, $2, $3, business_day())
on conflict do nothing;

-- A text that nobody has a version of yet came with the program: it is in force from the beginning.
-- statement: adoption_install
-- params: path text, hash text
insert into rule_version (version_id, path, hash, from_day, author)
select nextval('id_block'), $1, $2, date '1900-01-01', session_user
where not exists (select from rule_version v where v.path = $1);

-- statement: adoption_book
-- params: book_hash text, jurisdiction text, day date, texts jsonb
insert into rule_book (book_hash, jurisdiction, first_day, texts) values ($1, $2, $3, $4::jsonb)
on conflict do nothing;

-- The newest rehearsal of each draft whose hash begins so: for the day that is asked for, and by somebody else, if
-- there is one.
-- statement: adoption_rehearsed
-- params: draft_hash text, from_day date
-- columns: rehearsal_id int8, draft_hash text, author name, at text, result_hash text, day date, is_own bool
select distinct on (draft_hash) rehearsal_id, draft_hash, author, to_char(office_time(at), 'YYYY-MM-DD HH24:MI'), result_hash,
	business_day, author = session_user
from rehearsal where draft_hash like $1 || '%' and checks is null
order by draft_hash, author = session_user, business_day is distinct from coalesce($2::date, business_day),
	region_code is not null, rehearsal_id desc limit 20;

-- statement: adoption_draft
-- params: rehearsal_id int8
-- columns: path text, hash text, body text
select d.key, d.value, coalesce(t.body, '') from rehearsal r cross join jsonb_each_text(r.draft) d
left join rule_text t on t.hash = d.value where r.rehearsal_id = $1 order by d.key collate "C";

-- statement: adoption_adopt
-- params: rehearsal_id int8, checks int8, from_day date
-- columns: n int4
select rules_adopt($1, $2, $3) as n;

-- What is in force in the place of a version that is withdrawn, and from when on that is felt; an empty hash: nothing.
-- statement: adoption_without
-- params: path text, hash text, from_day date
-- columns: day text, hash text, body text
select greatest(coalesce($3::date, business_day()), v.from_day)::text as day, w.hash, coalesce(t.body, '')
from rule_version v cross join lateral rules_without(v.version_id, greatest(coalesce($3::date, business_day()),
	v.from_day)) w (hash) left join rule_text t on t.hash = w.hash
where v.path = $1 and v.hash = $2 and v.withdrawn_from is null and v.rehearsal_id is not null
order by v.adopted_at desc, v.version_id desc limit 1;

-- statement: adoption_withdraw
-- params: path text, hash text, from_day date, rehearsal_id int8
-- columns: is_done bool
select rules_withdraw($1, $2, coalesce($3::date, business_day()), $4) as is_done;

-- What was adopted last comes first, then what came with the program; the state is that of the business day.
-- statement: adoption_history
-- params: path text
-- columns: path text, hash text, from_day date, state text, author name, adopted_by name, adopted_at text, withdrawn_from date, rehearsal_id int8, before text, withdrawn_by text
select v.path, v.hash, v.from_day, case
		when v.withdrawn_from <= business_day() then 'withdrawn'
		when v.from_day > business_day() then 'scheduled'
		when f.hash = v.hash and v.version_id = max(v.version_id) filter (where
			v.from_day <= business_day() and (v.withdrawn_from is null or
			v.withdrawn_from > business_day())) over (partition by v.path, v.hash)
			then case when v.withdrawal_by is null then 'in force' else 'to be withdrawn' end
		else 'past' end,
	v.author, v.adopted_by, to_char(office_time(v.adopted_at), 'YYYY-MM-DD HH24:MI'), v.withdrawn_from,
	v.rehearsal_id, coalesce((select nullif(w.hash, '') from rule_version w where w.path = v.path
		and w.hash <> v.hash and (w.from_day, w.version_id) < (v.from_day, v.version_id)
		order by w.from_day desc, w.version_id desc limit 1), '-'), coalesce(v.withdrawn_by, v.withdrawal_by, '')::text
from rule_version v left join rules_in_force(business_day()) f on f.path = v.path
where $1::text is null or v.path like '%' || $1 || '%'
order by max(v.adopted_at) filter (where v.from_day > date '1900-01-01') over (partition by v.path)
	desc nulls last, v.path collate "C", v.from_day desc, v.version_id desc;

-- Since when a text is in force that is in force on a day.
-- statement: adoption_since
-- params: path text, hash text, day date
-- columns: day text, is_later bool
select v.from_day::text as day, v.from_day > business_day() from rule_version v
join rules_in_force(coalesce($3::date, business_day())) f on f.path = v.path and f.hash = v.hash
where v.path = $1 and v.hash = $2 and v.from_day <= coalesce($3::date, business_day())
	and (v.withdrawn_from is null or v.withdrawn_from > coalesce($3::date, business_day()))
order by v.from_day desc, v.version_id desc limit 1;

-- statement: adoption_text
-- params: path text, hash text
-- columns: hash text, body text
select t.hash, t.body from rule_text t
where t.hash like coalesce($2, (select f.hash from rules_in_force(business_day()) f
	where f.path = $1)) || '%' order by t.hash limit 2;

-- statement: adoption_kept
-- params: book_hash text
-- columns: path text, hash text, body text, jurisdiction text
select d.key, d.value, coalesce(t.body, ''), b.jurisdiction
from rule_book b cross join jsonb_each_text(b.texts) d left join rule_text t on t.hash = d.value
where b.book_hash = $1 order by d.key collate "C";

-- statement: adoption_cases
-- params: rows text
-- columns: texts int8
select cases_keep($1) as texts;
