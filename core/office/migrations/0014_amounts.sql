-- No number beyond its bounds, whoever writes it: an amount that the reader of files once took for a
-- negative one stopped every judgement, for all persons.

-- A bound for one column.  Rows of files that are outside it are refused after all: they go, are listed among
-- the rejects of their file with the line they stood on, the counts of the file follow, and the
-- persons get new facts.  Modules' migrations call it for tables of their own.
create function bound_column(p_table text, p_column text, p_least bigint, p_most bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	n bigint := 0;
begin
	if exists (select from information_schema.columns where table_schema = 'steward'
			and table_name = p_table and column_name = 'line') then
		execute format('with bad as (delete from %1$I where not %2$I between %3$s and %4$s
				returning person_id, region_code, batch_id, line),
			told as (insert into reject (batch_id, line, column_name, reason, detail)
				select batch_id, line, %2$L, ''amount'',
					''was let in before, though it is outside its bounds'' from bad
				on conflict do nothing returning batch_id),
			counted as (update batch b set rows_accepted = rows_accepted - t.n,
				rows_rejected = rows_rejected + t.n
				from (select batch_id, count(*) as n from told group by 1) t
				where b.batch_id = t.batch_id),
			noted as (insert into touched (person_id, batch_id, region_code)
				select distinct person_id, 0, region_code from bad on conflict do nothing)
			select count(*) from bad', p_table, p_column, p_least, p_most) into n;
	end if;
	if n > 0 then
		insert into audit_log (person_id, audit_id, region_code, op, body)
		values (0, nextval('id_block'), 0, 'migrate.refused', jsonb_build_object('table', p_table,
			'column', p_column, 'rows', n));
	end if;
	execute format('alter table %1$I add constraint %2$I check (%3$I between %4$s and %5$s)', p_table,
		p_table || '_' || p_column || '_bound', p_column, p_least, p_most);
	return n;
end $$;
revoke execute on function bound_column from public;

-- 9999999999.99 yuan is the most that one amount may be, 999999999 the most of any count.
select bound_column(t, c, 0, 999999999999) from (values ('enrolment', 'account_fen'),
	('contribution', 'base_fen'), ('contribution', 'amount_fen'), ('pension', 'monthly_fen'),
	('payment', 'amount_fen')) v (t, c);
select bound_column(t, c, 0, 999999999) from (values ('enrolment', 'months_before'), ('payment', 'seq')) v (t, c);
select bound_column(t, c, 185001, 210012) from (values ('contribution', 'period'), ('payment', 'period')) v (t, c);

-- What was worked out from them, or is not about one person's row of a file.
delete from sample_row where not amount_fen between 0 and 999999999999;
update finding set monthly_fen = null where not monthly_fen between -999999999999 and 999999999999;
alter table sample_row add constraint sample_row_amount_fen_bound check (amount_fen between 0 and 999999999999);
alter table finding add constraint finding_monthly_fen_bound
	check (monthly_fen between -999999999999 and 999999999999);
alter table decision_batch_row add constraint decision_batch_row_monthly_fen_bound
	check (monthly_fen between -999999999999 and 999999999999);
alter table rehearsal_change add constraint rehearsal_change_monthly_fen_bound
	check (monthly_fen between -1999999999998 and 1999999999998);
alter table hold add constraint hold_from_period_bound check (from_period between 185001 and 210012);
