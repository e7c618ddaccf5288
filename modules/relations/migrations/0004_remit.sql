-- Lists to other places are lists like others: they go on there.
insert into remit_list (list_id, kind, period, state, made_by, made_on, approved_by, approved_on, rows, persons, amount_fen)
select l.list_id, 'relation', to_char(l.made_on, 'YYYYMM')::int, l.state, l.made_by, l.made_on, l.approved_by, l.approved_on, l.rows,
	(select count(distinct r.person_id) from relation_row r where r.list_id = l.list_id), l.amount_fen from relation_list l;
insert into remit_line (person_id, list_id, ref, period, region_code, what, payee, account, due_fen, sent_fen, amount_fen, is_held)
select person_id, list_id, letter_no, 0, region_code, kind, office, account_no, amount_fen, 0, amount_fen, false from relation_row;
drop view if exists relation_money_now;
drop function if exists relation_list_plan(), relation_list_audit(text, bigint, jsonb), relation_list_make(), relation_list_approve(bigint),
	relation_list_back(bigint), relation_list_file(bigint), relation_csv(text);
drop table relation_row, relation_list;
