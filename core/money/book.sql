-- The book of what was sent: what it did line by line, and what that comes to of each benefit.

-- What all that was sent did, and what others had paid when a run was made, and what has come back for a month of ours.
-- What was kept back of a line for a claim has reached the person all the same.
create or replace view pay_moved as
select l.person_id, l.scheme, l.kind, l.period, case when l.state in ('due', 'paid') then l.amount_fen + l.offset_fen
	when l.state = 'returned' then l.offset_fen else 0 end + l.outside_fen as fen
from pay_line l join pay_run r using (run_id) where r.state in ('sent', 'closed')
union all
select m.person_id, l.scheme, v.kind, m.period, -m.back_fen
from receivable_month m join receivable v using (person_id, receivable_id)
join lateral (select max(l.scheme) as scheme from pay_line l join pay_run r using (run_id)
	where l.person_id = m.person_id and l.kind = v.kind and l.period = m.period and r.state in ('sent', 'closed')) l
	on l.scheme is not null
where m.back_fen > 0;

-- The effect of it all, a row a month of a benefit.
create or replace view pay_effect as
select person_id, scheme, kind, period, sum(fen)::bigint as fen from pay_moved group by person_id, scheme, kind, period;
grant select on pay_moved, pay_effect to steward_staff, steward_batch;

-- The sum of each benefit, from the first month this program has paid: of these persons, or of everybody.
create or replace function pay_sums(p_persons bigint[]) returns table (person_id bigint, scheme text, kind text, fen bigint)
language plpgsql stable rows 400000 set search_path = steward, pg_temp as $$
declare
	first int := (select min(period) from pay_run where state in ('sent', 'closed'));
begin
	if p_persons is null then
		return query select m.person_id, m.scheme, m.kind, sum(m.fen)::bigint from pay_moved m where m.period >= first
			group by m.person_id, m.scheme, m.kind having sum(m.fen) <> 0;
	else
		return query select m.person_id, m.scheme, m.kind, sum(m.fen)::bigint from unnest(p_persons) u (id)
			join pay_moved m on m.person_id = u.id where m.period >= first
			group by m.person_id, m.scheme, m.kind having sum(m.fen) <> 0;
	end if;
end $$;

-- Writes the book anew, in the transaction of what moved: a run that was sent, a payment that came back, a claim's money,
-- two records made one.  One after the other, so that each sees what the one before has moved.
create or replace function pay_book_keep(p_persons bigint[]) returns void
language plpgsql set search_path = steward, pg_temp set work_mem = '128MB' as $$
begin
	lock table pay_book in share row exclusive mode;
	delete from pay_book where p_persons is null or person_id = any (p_persons);
	insert into pay_book (person_id, scheme, kind, region_code, fen)
	select s.person_id, s.scheme, s.kind, p.region_code, s.fen from pay_sums(p_persons) s join person p using (person_id);
	if p_persons is null then
		analyze pay_book;
	end if;
end $$;

-- Before a month is closed: does the book say what the lines say?
create or replace function pay_book_check() returns void
language plpgsql stable set search_path = steward, pg_temp set work_mem = '128MB' as $$
declare
	d record;
begin
	select count(*) as n, min(person_id) as person into d from pay_book b
	full join pay_sums(null) s using (person_id, scheme, kind) where s.fen is distinct from b.fen;
	if d.n > 0 then
		raise exception using errcode = 'ST409',
			message = format('the book of what was sent differs from its lines: %s benefits, one of person %s', d.n, d.person),
			hint = 'The month stays open; tell the administrator.';
	end if;
end $$;
revoke execute on function pay_sums, pay_book_keep, pay_book_check from public;
