-- What auditors ask: who did what, and the seals of it.

-- statement: audit_list
-- params: who text, op text, person int8, from_day date, to_day date, n int4
-- columns: at text, who name, op text, person int8, name text, body text, seal int8
select to_char(office_time(a.at), 'YYYY-MM-DD HH24:MI:SS'), a.who, a.op, a.person_id, coalesce(p.name, ''), a.body::text, a.seal_no
from audit_log a left join person p on p.person_id = a.person_id and a.person_id <> 0
where ($1::text is null or a.who = $1) and ($2::text is null or a.op = $2 or a.op like $2 || '.%')
	and ($3::bigint is null or a.person_id = $3) and ($4::date is null or a.at >= $4::date)
	and ($5::date is null or a.at < $5::date + 1)
order by a.at desc, a.audit_id desc limit $6::int;

-- statement: audit_make
-- params: most int4
-- columns: seal int8, rows int8, digest text, chain text, at text
select seal_no, rows, digest, chain, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from audit_seal($1);

-- statement: audit_seals
-- params: after int8, n int4
-- columns: seal int8, rows int8, digest text, chain text, at text
select seal_no, rows, digest, chain, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from audit_seal
where $1::bigint is null or seal_no > $1 order by seal_no limit coalesce($2::int, 1000);
