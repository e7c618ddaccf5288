-- statement: allotments_all
-- params: after text, n int4
-- columns: plot text, name text, since date, fee_fen int8, person_id int8
select a.plot, p.name, a.since, a.fee_fen, a.person_id from allotment a join person p using (person_id)
where $1::text is null or a.plot > $1 order by a.plot limit coalesce($2::int, 100);
