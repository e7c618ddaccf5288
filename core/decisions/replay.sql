-- Stored decisions judged again: by the texts and facts they were made with, or by today's.  Tables made
-- here belong to the session.

-- Which decisions is the same on every run; those that no rule proposed have nothing to replay.
-- statement: replay_sample
-- params: most int8
create temp table sample on commit drop as
select row_number() over () as seq, d.*,
	seal is not distinct from decision_seal(person_id, rule_id, cause, rule_hash, book_hash,
		judged_on, inputs) as is_sealed
from (select * from decision x where book_hash <> '' and rule_hash <> '' and judged_on is not null
		and not exists (select from finder f where f.rule_id = x.rule_id)
	order by hashint8extended(decision_id, 5747), decision_id limit $1) d;

-- statement: replay_today
-- columns: day text
select business_day()::text as day;

-- statement: replay_groups
-- columns: book_hash text, judged_on date, subject text, n int8
select book_hash, judged_on, subject, count(*) as n from sample group by 1, 2, 3 order by 2, 1, 3;

-- statement: replay_subjects
-- columns: subject text
select distinct subject from sample order by 1;

-- statement: replay_found
create temp table found (subject_id bigint, rule_id text, cause text, task_type text, due date,
	say text, monthly_fen bigint, inputs text, rule_hash text) on commit drop;

-- statement: replay_unread
create temp table unread (book_hash text, why text) on commit drop;

-- statement: replay_note_unread
-- params: book_hash text, why text
insert into unread (book_hash, why) values ($1, $2);

-- Byte for byte: the sentence, the facts it rests on and the rule that said it.
-- statement: replay_differences
-- columns: person_id int8, rule_id text, cause text, what text, stored text, again text
select s.person_id, s.rule_id, s.cause, case
		when not s.is_sealed then 'the stored decision was changed'
		when u.why is not null then u.why
		when f.subject_id is null then 'the rule finds nothing now'
		when f.rule_hash <> s.rule_hash then 'another text of the rule'
		when (s.inputs ->> 'say')::jsonb::text <> f.say::jsonb::text then 'another sentence'
		else 'other facts' end as what,
	coalesce(s.inputs ->> 'say', '') as stored, coalesce(f.say, '') as again
from sample s left join unread u using (book_hash)
left join found f on f.subject_id = s.seq and f.rule_id = s.rule_id
	and s.cause = case when s.subject_id = 0 then f.cause else s.subject_id || ':' || f.cause end
where not s.is_sealed or u.why is not null or f.subject_id is null
	or f.rule_hash <> s.rule_hash or (s.inputs ->> 'say')::jsonb::text <> f.say::jsonb::text
	or (s.inputs -> 'facts')::text <> f.inputs::jsonb::text
order by s.seq;

-- What the texts and facts of today say about the same persons: not a fault, but news.
-- statement: replay_news
-- columns: person_id int8, rule_id text, cause text, what text, stored text, again text
select s.person_id, s.rule_id, s.cause, case
		when f.subject_id is null and g.subject_id is null then 'would not be found today'
		when f.subject_id is null then 'would have another cause today'
		when f.rule_hash <> s.rule_hash then 'same, by another text of the rule'
		else 'would read otherwise today' end as what,
	coalesce(s.inputs ->> 'say', '') as stored, coalesce(f.say, g.say, '') as again
from sample s
left join found f on f.subject_id = s.seq and f.rule_id = s.rule_id
	and s.cause = case when s.subject_id = 0 then f.cause else s.subject_id || ':' || f.cause end
left join lateral (select * from found x where x.subject_id = s.seq and x.rule_id = s.rule_id
	limit 1) g on true
where f.subject_id is null or f.rule_hash <> s.rule_hash
	or (s.inputs ->> 'say')::jsonb::text <> f.say::jsonb::text
order by s.seq;

-- statement: replay_clear
delete from replay_difference;

-- statement: replay_keep
-- params: person_id int8, rule_id text, cause text, what text
insert into replay_difference (person_id, rule_id, cause, what) values ($1, $2, $3, $4) on conflict do nothing;
