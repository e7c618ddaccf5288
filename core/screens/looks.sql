-- Who looked at a person.

-- statement: looks_of
-- params: person_id int8
-- columns: display text, day date, times int4, purpose text, last_at text
select coalesce(s.display, l.login), l.day, l.times, case l.purpose when '' then 'nothing said' else l.purpose end,
	to_char(office_time(l.last_at), 'HH24:MI')
from look l left join staff s on s.login = l.login where l.person_id = $1 order by l.day desc, l.last_at desc limit 20;

-- statement: looks_counter
-- params: person_id int8
-- columns: purpose text
select person_at_counter($1);
