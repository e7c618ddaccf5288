-- Claims under way: taken in, decided by the rules alone or by reviewers, corrected, appealed.

create or replace function claim_number(p_name text, p_else numeric) returns numeric
language sql stable set search_path = steward, pg_temp as $$
	select coalesce((select value from policy_number where name = 'claims.' || p_name), p_else)
$$;

-- A task of a change or an appeal is one of several of its claim: "CL1 #2".
create or replace function claim_no_of(p_rule text, p_cause text) returns text
language sql immutable parallel safe as $$
	select case when p_rule in ('claims.changed', 'claims.appeal') then regexp_replace(p_cause, ' #[0-9]+$', '') else p_cause end
$$;

-- A claim by its number, or by the cause of one of its tasks.
create or replace function claim_named(p_person bigint, p_text text) returns text
language sql stable set search_path = steward, pg_temp as $$
	select coalesce((select c.claim_no from claim_charge c where c.person_id = p_person and c.claim_no = p_text limit 1),
		regexp_replace(p_text, ' #[0-9]+$', ''))
$$;

-- The reasons for which a line is cut; the official code where the catalogue of the rule base has one.
create or replace view claim_reason as
select r.code as check_name, coalesce(max(r.value) filter (where r.name = 'official'), r.code) as reason,
	max(r.value) filter (where r.name = 'label') as label, coalesce(max(r.value) filter (where r.name = 'place'), '99')::numeric as place
from policy_row r where r.kind = 'claim_reason' group by r.code;

-- A reason once, though several checks lead to it.
create or replace view claim_code as
select distinct on (reason) reason, label, place from claim_reason order by reason, place, check_name;

-- How providers call an insurance, and the scheme of the settlement that it is.
create or replace view claim_scheme as
select x.insurance, r.code as scheme from policy_row r cross join lateral regexp_split_to_table(r.value, ' +') x (insurance)
where r.kind = 'claim_scheme' and r.name = 'codes';

-- The office's catalogue of things that are not of class A, by their code or name, each from a day to a day.
create or replace view claim_class as
select r.code, max(r.value) filter (where r.name = 'class') as class,
	coalesce(max(r.value) filter (where r.name = 'from'), '-infinity')::date as valid_from,
	coalesce(max(r.value) filter (where r.name = 'to'), 'infinity')::date as valid_to
from policy_row r where r.kind = 'claim_class' group by r.code;

-- Without settings of its own, so that it costs nothing for a million lines.
create or replace function claim_fen_of(p_quantity numeric, p_price bigint) returns bigint
language sql immutable parallel safe as $$
	select least(999999999999, greatest(-999999999999, round(p_quantity * coalesce(p_price, 0))))::bigint
$$;

create or replace view claim_charged as
select c.*, claim_fen_of(c.quantity, c.price_fen) as line_fen,
	row_number() over (partition by c.person_id, c.claim_no order by c.line_no) as nth
from claim_charge c;

-- What the audit says of a claim, check by check, with the places of the lines it is about.
create or replace function claim_flags(p_person bigint, p_claim text)
returns table (check_name text, lines text[], say text)
language sql stable set search_path = steward, pg_temp as $$
	select x ->> 0, array_remove(string_to_array(x ->> 1, ' '), ''), x ->> 2
	from finding f cross join jsonb_array_elements(f.inputs::jsonb -> 'flags') x
	where f.person_id = p_person and f.rule_id = 'claims.review' and f.cause = p_claim
$$;

-- The task that waits for a reviewer, of whichever cause.
create or replace view claim_task as
select t.person_id, claim_no_of(t.rule_id, t.cause) as claim_no, t.rule_id, t.cause, t.ver, t.state, t.due
from task t where t.task_type = 'claim_review' and t.state in ('open', 'proposed', 'undoing');

-- What a claim is worth as its lines stand.
create or replace function claim_put(p_persons bigint[], p_claims text[]) returns bigint
language sql set search_path = steward, pg_temp set datestyle = iso as $$
	with k as (select x.person_id, x.claim_no from unnest(p_persons, p_claims) x (person_id, claim_no)),
	l as (select c.*, b.business_day, claim_fen_of(c.quantity, c.price_fen) as line_fen
		from k join claim_charge c using (person_id, claim_no) left join batch b using (batch_id)),
	n as (select l.person_id, l.claim_no, min(l.region_code) as region_code, min(l.provider) as provider, min(l.kind) as kind,
			min(l.tier) as tier, min(l.insurance) as insurance, min(l.diagnosis) as diagnosis, min(l.admitted) as admitted,
			max(l.discharged) as discharged, min(l.business_day) as submitted_on,
			coalesce(max(l.discharged), max(l.day), min(l.admitted), min(l.business_day)) as service_on,
			least(999999999999, greatest(0, sum(l.line_fen)))::bigint as claimed_fen,
			md5(string_agg(concat_ws('|', l.line_no, l.provider, l.kind, l.admitted, l.discharged, l.diagnosis, l.day, l.item, l.code,
				l.quantity, l.price_fen, nullif(l.class, ''), nullif(l.elsewhere, ''), nullif(l.care_place, '')), E'\n' order by l.line_no)) as digest
		from l group by l.person_id, l.claim_no),
	put as (insert into claim_case as c (person_id, claim_no, region_code, provider, kind, tier, insurance, diagnosis, admitted, discharged,
			service_on, submitted_on, claimed_fen, digest, state)
		select n.person_id, n.claim_no, n.region_code, n.provider, n.kind, n.tier, n.insurance, n.diagnosis, n.admitted, n.discharged,
			coalesce(n.service_on, business_day()), coalesce(n.submitted_on, business_day()), n.claimed_fen, n.digest,
			case when n.claimed_fen > 0 then 'received' else 'withdrawn' end
		from n
		on conflict (person_id, claim_no) do update set provider = excluded.provider, kind = excluded.kind, tier = excluded.tier,
			insurance = excluded.insurance, diagnosis = excluded.diagnosis, admitted = excluded.admitted,
			discharged = excluded.discharged, service_on = excluded.service_on, claimed_fen = excluded.claimed_fen,
			digest = excluded.digest, submitted_on = case when c.state = 'unknown' then excluded.submitted_on else c.submitted_on end,
			changes = c.changes + case when c.state = 'decided' and not c.is_changed then 1 else 0 end,
			is_changed = c.state = 'decided',
			state = case when c.state = 'decided' then 'decided' when excluded.claimed_fen > 0 then
				case when c.state = 'review' then 'review' else 'received' end else 'withdrawn' end
		where c.digest <> excluded.digest
		returning 1)
	select count(*) from put
$$;

-- A sentence for each reason that a claim is looked at without a flag.
create or replace function claim_say(c claim_case, p_rule text) returns text
language sql stable set search_path = steward, pg_temp set datestyle = iso as $$
	select case p_rule when 'claims.changed' then case when c.claimed_fen = 0
			then jsonb_build_array('claim %s was taken back after it was decided', c.claim_no)
			else jsonb_build_array('claim %s was changed after it was decided: %s yuan are claimed now', c.claim_no, yuan_text(c.claimed_fen)) end
		when 'claims.appeal' then jsonb_build_array('the provider appeals against the decision on claim %s: %s', c.claim_no, c.appeal)
		else jsonb_build_array(case c.sample when 'value' then 'claim %s of %s yuan is looked at for its amount'
			when 'variance' then 'claim %s of %s yuan is looked at, for it is far from its like'
			else 'claim %s of %s yuan was drawn by lot' end, c.claim_no, yuan_text(c.claimed_fen)) end::text
$$;

-- Which tasks of a claim there are beside that of its flags, as the finders find them and as a step raises them at once.
create or replace view claim_asked as
select c.person_id, r.rule_id, case when r.n is null then c.claim_no else c.claim_no || ' #' || r.n end as cause,
	claim_say(c, r.rule_id) as say, case when r.rule_id = 'claims.appeal' then c.appeal_on end as since
from claim_case c cross join lateral (values ('claims.sample', null::int, c.sample <> '' and c.state in ('received', 'review')),
	('claims.changed', c.changes, c.is_changed), ('claims.appeal', c.appeals, c.appeal <> '')) r (rule_id, n, is_so)
where (c.is_changed or c.is_flagged or c.appeal <> '' or c.sample <> '') and r.is_so;

create or replace function claim_raise(p_person bigint, p_rule text, p_cause text) returns void
language sql set search_path = steward, pg_temp as $$
	select task_raise(a.person_id, a.rule_id, a.cause, 'claim_review', due_on(business_day(), coalesce(w.days, 30), w.working_days), a.say)
	from claim_asked a left join work_clock w on w.kind = 'claim_review'
	where a.person_id = p_person and a.rule_id = p_rule and a.cause = p_cause
$$;

-- Rows of a load that waited and were taken later have its number, too: it is gone through once more.
create or replace view claim_load as
select b.batch_id, b.rows_accepted + coalesce(r.n, 0) as rows from batch b
left join (select s.batch_id, count(*) as n from staged_row s where s.state = 'applied' group by s.batch_id) r using (batch_id)
where b.feed = 'claim_charge';

-- Loads that are new: their claims, and those whose lines they have changed.  A corrected one is looked at again.
create or replace function claim_take_in() returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	loads bigint[] := array(select l.batch_id from claim_load l where not exists (select from claim_intake i
		where i.batch_id = l.batch_id and i.rows = l.rows));
	n bigint;
	c record;
begin
	select claim_put(array_agg(k.person_id), array_agg(k.claim_no)) into n
	from (select distinct person_id, claim_no from claim_charge where batch_id = any (loads)) k;
	insert into claim_intake (batch_id, rows) select l.batch_id, l.rows from claim_load l where l.batch_id = any (loads)
	on conflict (batch_id) do update set rows = excluded.rows;
	-- Otherwise the planner takes a night's claims for a few, and goes through all of them for each.
	if n > 1000 then
		analyze claim_case;
	end if;
	for c in select a.* from claim_asked a where a.rule_id = 'claims.changed' and not exists (select from task t
			where t.person_id = a.person_id and t.rule_id = a.rule_id and t.cause = a.cause) loop
		perform claim_raise(c.person_id, c.rule_id, c.cause);
	end loop;
	return n;
end $$;

-- Judged, and nothing was found: who is touched has still to be judged.
create or replace view claim_clean as
select c.* from claim_case c where c.state in ('received', 'review')
	and not exists (select from touched t where t.person_id = c.person_id)
	and not exists (select from finding f where f.person_id = c.person_id and f.rule_id = 'claims.review' and f.cause = c.claim_no);

-- Clean claims that somebody looks at all the same: by their amount, by how far they are from their like, by lot.
create or replace function claim_draw() returns bigint
language sql set search_path = steward, pg_temp as $$
	with w as materialized (select claim_number('sample_from_fen', 999999999999) as from_fen, claim_number('sample_least', 30) as least,
		claim_number('sample_deviations', 99) as deviations, claim_number('sample_percent', 0) as share),
	clean as (select c.* from claim_clean c where c.state = 'received' and c.sample = ''),
	norm as (select k.kind, k.tier, k.diagnosis, avg(c.claimed_fen) as mean, stddev_samp(c.claimed_fen) as spread, count(*) as n
		from (select distinct kind, tier, diagnosis from clean) k join claim_case c using (kind, tier, diagnosis)
		where c.state <> 'withdrawn' and c.service_on > business_day() - 366 group by 1, 2, 3),
	drawn as (select c.person_id, c.claim_no, case
			when c.claimed_fen >= w.from_fen then 'value'
			when n.n >= w.least and abs(c.claimed_fen - n.mean) > w.deviations * n.spread then 'variance'
			when random() * 100 < w.share then 'share' else '' end as sample
		from clean c left join norm n using (kind, tier, diagnosis) cross join w),
	put as (update claim_case c set sample = d.sample, state = 'review' from drawn d
		where c.person_id = d.person_id and c.claim_no = d.claim_no and d.sample <> '' returning c.person_id, c.claim_no)
	select count(*) from put
$$;

-- A list, a limit or another claim may speak against one that is decided: it waits once more, with what was decided standing.
create or replace function claim_flag_late() returns void
language sql set search_path = steward, pg_temp as $$
	update claim_case c set is_flagged = false where c.is_flagged and (c.is_changed or c.is_flagged or c.appeal <> '' or c.sample <> '')
		and not exists (select from task t where t.person_id = c.person_id and t.rule_id = 'claims.review' and t.cause = c.claim_no
			and t.state in ('open', 'proposed'));
	update claim_case c set is_flagged = true from task t where t.rule_id = 'claims.review' and t.state = 'open'
		and t.task_type = 'claim_review' and c.person_id = t.person_id and c.claim_no = t.cause and c.state = 'decided' and not c.is_flagged;
$$;

-- New claims, as far as the judge has seen them: what is clean is decided, the rest is somebody's.
create or replace function claim_adjudicate(out taken bigint, out drawn bigint, out decided bigint, out waiting bigint)
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	c record;
begin
	if not (pg_has_role(session_user, 'steward_batch', 'member') or pg_has_role(session_user, 'steward_medical_reviewer', 'member')) then
		raise exception using errcode = 'ST403', message = format('this is reserved for the role %s', 'batch');
	end if;
	perform work_lock_take('judge');
	taken := claim_take_in();
	drawn := claim_draw();
	update claim_case k set state = 'decided', approved_fen = k.claimed_fen, is_by_rules = true, decided_on = business_day()
	from claim_clean x where k.person_id = x.person_id and k.claim_no = x.claim_no and x.sample = '';
	get diagnostics decided = row_count;
	update claim_case k set state = 'review' from finding f where k.state = 'received' and f.person_id = k.person_id
		and f.rule_id = 'claims.review' and f.cause = k.claim_no;
	perform claim_flag_late();
	for c in select a.* from claim_asked a where a.rule_id = 'claims.sample' and not exists (select from task t
			where t.person_id = a.person_id and t.rule_id = a.rule_id and t.cause = a.cause) loop
		perform claim_raise(c.person_id, c.rule_id, c.cause);
	end loop;
	-- By which book of rules, the judge's of that night tells.
	insert into audit_log (person_id, audit_id, region_code, op, body)
	select 0, nextval('id_block'), 0, 'claims.adjudicate', jsonb_build_object('taken', taken, 'drawn', drawn, 'decided', decided,
		'day', business_day(), 'book', judged_book()) where taken + drawn + decided > 0;
	select count(*) into waiting from claim_case k where k.state in ('received', 'review');
end $$;

-- How far a claim is, with what is taken off as it stands.
create or replace view claim_now as
select c.*, p.name, coalesce(u.cut_fen, 0) as cut_fen, case when t.rule_id = 'claims.appeal' then 'appealed'
	when t.state = 'proposed' then 'proposed' when t.rule_id is not null then 'to review'
	when c.state = 'decided' and c.paid_on is not null then 'paid' when c.state = 'decided' and c.sent_on is not null then 'sent'
	when c.state = 'decided' and c.is_by_rules then 'by rules' when c.state = 'review' then 'received' else c.state end as stand,
	t.rule_id, t.cause, t.due
from claim_case c join person p using (person_id)
left join lateral (select least(c.claimed_fen, sum(x.cut_fen))::bigint as cut_fen from claim_cut x
	where not c.is_by_rules and x.person_id = c.person_id and x.claim_no = c.claim_no) u on true
left join lateral (select x.* from claim_task x where (c.state in ('received', 'review') or c.is_changed or c.is_flagged or c.appeal <> '')
	and x.person_id = c.person_id and x.claim_no = c.claim_no order by x.rule_id limit 1) t on true;

revoke execute on function claim_put, claim_raise, claim_take_in, claim_draw, claim_flag_late from public;
grant execute on function claim_adjudicate, claim_number, claim_no_of, claim_named, claim_fen_of, claim_flags, claim_say to steward_staff, steward_batch;
grant select on claim_reason, claim_code, claim_scheme, claim_class, claim_charged, claim_task, claim_asked, claim_clean, claim_now to steward_staff, steward_batch;

-- Whoever calls them, they are about everybody, and give back numbers of rows alone.
comment on function claim_adjudicate is '@whole the rules decide everybody''s claims';
