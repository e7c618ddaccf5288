-- What all that was sent comes to, a row a benefit: a run of the fifth year is not to add up the months of five.
create table pay_book (person_id bigint not null, scheme text not null, kind text not null, region_code int not null,
	fen bigint not null,
	primary key (person_id, scheme, kind),
	constraint pay_book_fen_bound check (fen between -999999999999999 and 999999999999999));
create index pay_book_region on pay_book (region_code);
comment on table pay_book is '@dist person_id what all that was sent comes to, made from pay_line and receivable_month';
grant select on pay_book to steward_staff, steward_batch;
insert into pay_book (person_id, scheme, kind, region_code, fen)
select x.person_id, x.scheme, x.kind, p.region_code, sum(x.fen) from (
	select l.person_id, l.scheme, l.kind, l.period, case when l.state in ('due', 'paid') then l.amount_fen + l.offset_fen
		when l.state = 'returned' then l.offset_fen else 0 end + l.outside_fen as fen
	from pay_line l join pay_run r using (run_id) where r.state in ('sent', 'closed')
	union all
	select m.person_id, l.scheme, v.kind, m.period, -m.back_fen
	from receivable_month m join receivable v using (person_id, receivable_id)
	join lateral (select max(l.scheme) as scheme from pay_line l join pay_run r using (run_id)
		where l.person_id = m.person_id and l.kind = v.kind and l.period = m.period and r.state in ('sent', 'closed')) l
		on l.scheme is not null
	where m.back_fen > 0) x
join person p using (person_id)
where x.period >= (select min(period) from pay_run where state in ('sent', 'closed'))
group by x.person_id, x.scheme, x.kind, p.region_code having sum(x.fen) <> 0;
