-- What other offices are told.

-- statement: service_tell
-- params: person_id int8, recipient text, ground text, what text
-- columns: share int8
select service_tell($1, $2, $3, $4) as share;

-- statement: service_told
-- params: person_id int8, share int8
-- columns: id_no text, name text, told text, day date, recipient text
select s.told ->> 'id_no', s.told ->> 'name', service_fact_says(s.what, s.told), s.told_on, s.recipient
from service_share s where s.person_id = $1 and s.share_id = $2 limit 1;

-- statement: service_shared
-- params: person_id int8
-- columns: day date, recipient text, what text, ground text, told text, who text
select s.told_on, s.recipient, s.what, s.ground, service_fact_says(s.what, s.told), s.who::text
from service_share s where s.person_id = $1 order by s.told_on desc, s.share_id desc limit 100;
