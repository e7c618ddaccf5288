-- How a person is reached, and what was written to him.

-- statement: person_contacts
-- params: person_id int8
-- columns: kind text, value text, valid_from date, valid_to date, file text, line int8, mark text
select c.kind, c.value, c.valid_from, nullif(c.valid_to, 'infinity'), b.file_name, c.line,
	case when c.doubtful then '!' else '' end
from contact c left join batch b using (batch_id)
where c.person_id = $1 order by c.valid_to < business_day(), c.kind, c.valid_from desc, c.value limit 12;

-- statement: person_messages
-- params: person_id int8
-- columns: at text, template text, language text, state text, who text, rule_id text, message_id int8, channel text
select to_char(office_time(m.at), 'YYYY-MM-DD HH24:MI'), m.template, m.language, m.state, m.who::text, m.rule_id, m.message_id, m.channel
from message m where m.person_id = $1 order by m.at desc, m.message_id desc limit 12;

-- Whether the person is reported dead, and where a letter reaches him.
-- statement: letter_to
-- params: person_id int8
-- columns: address text, is_dead bool
select coalesce(contact_for($1, 'letter'), ''), person_is_dead($1);

-- statement: message_keep
-- params: person_id int8, rule_id text, cause text, template text, language text, body text
-- columns: message_id int8
select message_put($1, $2, $3, $4, $5, $6) as message_id;

-- statement: message_kept
-- params: message_id int8
-- columns: body text
select body from message where message_id = $1 limit 1;
