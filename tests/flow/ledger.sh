# The ledger of what is owed back, over many claims and whatever can happen to them: it balances to the fen, a receipt
# counts once, and nothing is taken beyond what is owed.  The long one: LEDGER_CASES=100000 make check TESTS=flow/ledger
. "$srcdir/tests/lib.sh"
small_city ledger 600 9
cases=${LEDGER_CASES:-1500}
sql "insert into task (person_id, rule_id, cause, region_code, task_type, due, priority, opened_on)
	select person_id, 'money.overpaid', 'x', region_code, 'recover', '2025-12-01', 1, '2025-11-01' from person;
insert into decision (person_id, decision_id, region_code, rule_id, cause, event, outcome, automatic, reason, note, author,
	business_day, rule_hash, inputs) select person_id, 1, region_code, 'money.overpaid', 'x', 'propose', 'proposed', false, 'x', '',
	'clerk', '2025-11-01', '', '{}' from person;
create table model (person_id bigint, receivable_id bigint, left_fen bigint, back_fen bigint, refused int);
do \$\$
declare
	p record; who bigint[]; of bigint; claim bigint; owed bigint; back bigint; no int; fen bigint; what text; m record;
	refused int; ground text; n int;
begin
	perform setseed(0.42);
	select array_agg(person_id order by person_id) into who from person;
	for i in 1..$cases loop
		of := who[1 + i % array_length(who, 1)];
		claim := 1000000 + i;
		insert into receivable (person_id, receivable_id, region_code, decision_id, state, kind, plan)
		values (of, claim, 0, 1, 'heard', 'pension', 'at_once');
		n := 1 + floor(random() * 30);
		insert into receivable_month (person_id, receivable_id, period, region_code, over_fen, share, claim_fen, why)
		select of, claim, month_of(24000 + k), 0, f, s, round(f * s / 100.0), 'x'
		from (select k, 1 + floor(random() * 500000)::bigint as f, (array[100, 100, 50, 33])[1 + floor(random() * 4)::int] as s
			from generate_series(1, n) k) x where round(f * s / 100.0) > 0;
		select sum(claim_fen) into owed from receivable_month where person_id = of and receivable_id = claim;
		continue when owed is null;
		perform claim_move(of, claim, 'opened', owed, 'decision', '2025-11-01', 'reviewer');
		back := 0;
		refused := 0;
		for k in 1..(floor(random() * 9)::int) loop
			what := (array['paid', 'paid', 'recalled', 'offset', 'waived', 'estate', 'reversed', 'again'])[1 + floor(random() * 8)::int];
			ground := what || ' ' || k;
			fen := 1 + floor(random() * owed * 1.2)::bigint;
			if what = 'reversed' then
				select * into m from receivable_move x where x.person_id = of and x.receivable_id = claim
					and x.kind in ('paid', 'recalled') and not exists (select from receivable_move r where r.person_id = of
						and r.receivable_id = claim and r.kind = 'reversed' and r.ground = 'movement ' || x.seq) order by random() limit 1;
				continue when not found;
				perform claim_move(of, claim, 'reversed', -m.amount_fen, 'movement ' || m.seq, '2025-11-02', null);
				owed := owed - m.amount_fen;
				back := back + m.amount_fen;
			elsif what = 'again' then
				-- The same receipt once more changes nothing.
				select * into m from receivable_move x where x.person_id = of and x.receivable_id = claim and x.kind = 'offset'
					order by seq limit 1;
				continue when not found;
				perform claim_move(of, claim, m.kind, m.amount_fen, m.ground, '2025-11-02', null);
			else
				begin
					perform claim_move(of, claim, what, -fen, ground, '2025-11-02', null);
					owed := owed - fen;
					if what in ('paid', 'recalled', 'offset') then
						back := back + fen;
					end if;
				exception when sqlstate 'ST422' then
					refused := refused + 1;
					if fen <= owed then
						raise exception 'claim %: % of % was refused', claim, fen, owed;
					end if;
				end;
			end if;
		end loop;
		insert into model values (of, claim, owed, back, refused);
	end loop;
end \$\$" >/dev/null
ok "$cases claims are made and moved" $?
same "none was taken more of than was owed, and that was tried" "t" "$(sql "select sum(refused) > 0 from model")"
same "each has what is left by its own sum" 0 "$(sql "select count(*) from model join receivable v using (person_id, receivable_id)
	where v.left_fen <> model.left_fen or (v.state = 'owed') <> (v.left_fen > 0)")"
same "each ledger adds up" 0 "$(sql "select count(*) from receivable v where v.receivable_id > 1000000 and v.seq is not null and v.left_fen <>
	(select sum(amount_fen) from receivable_move m where m.person_id = v.person_id and m.receivable_id = v.receivable_id)")"
same "what came back is on the months, the oldest first" "0 0" "$(sql "select count(*) from model join (select person_id, receivable_id,
		sum(back_fen) as back from receivable_month group by 1, 2) b using (person_id, receivable_id) where b.back <> model.back_fen") $(sql "select count(*)
	from receivable_month a join receivable_month b using (person_id, receivable_id) where a.period < b.period and a.back_fen < a.claim_fen
	and b.back_fen > 0")"
same "all of them together" "$(sql "select sum(left_fen) from model")" "$(sql "select sum(amount_fen) from receivable_move")"
finish
