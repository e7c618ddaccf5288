-- Lists to the collecting office and to employers are lists like others: they go on there, with their rows and answers.
insert into remit_list (list_id, kind, period, state, made_by, made_on, approved_by, approved_on, rows, persons, amount_fen, held)
select l.list_id, l.what, l.period, l.state, l.made_by, l.made_on, l.approved_by, l.approved_on,
	(select count(*) from premium_row r where r.list_id = l.list_id and not r.is_held), l.persons, l.amount_fen, l.held from premium_list l;
insert into remit_line (person_id, list_id, ref, period, region_code, what, payee, payee_no, account, due_fen, sent_fen, amount_fen, is_held)
select r.person_id, r.list_id, r.kind, r.period, r.region_code, split_part(r.kind, ' ', 1), coalesce(s.unit, ''), coalesce(s.unit_no, ''),
	coalesce(s.account, ''), r.due_fen, r.sent_fen, r.amount_fen, r.is_held
from premium_row r left join subsidy s on s.person_id = r.person_id and 'hire ' || s.claim_no = r.kind;
insert into remit_answer (person_id, list_id, ref, period, region_code, result, note, answered_on, batch_id, line)
select person_id, list_id, kind, period, region_code, result, note, answered_on, batch_id, line from premium_answer;
drop view if exists premium_question, premium_sent;
drop function if exists premium_plan(text, int), premium_audit(text, bigint, jsonb), premium_make(text, date), premium_approve(bigint),
	premium_back(bigint), premium_file(bigint);
drop table premium_answer, premium_row, premium_list;
