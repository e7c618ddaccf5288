-- Lists by which money goes out: the modules' kinds, and the steps of one.

-- statement: remit_kind
-- params: kind text, module text, title text, due text, bar text, verb text, hint text, columns text, nothing text, asks_back bool
insert into remit_kind (kind, module, title, due, bar, verb, hint, columns, nothing, asks_back)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict (kind) do update set module = excluded.module, title = excluded.title, due = excluded.due, bar = excluded.bar,
	verb = excluded.verb, hint = excluded.hint, columns = excluded.columns, nothing = excluded.nothing, asks_back = excluded.asks_back;

-- statement: remit_known
-- params: due text, bar text
-- columns: is_there bool
select to_regprocedure(format('steward.%I(integer)', $1::text)) is not null
	and ($2::text is null or to_regprocedure(format('steward.%I(bigint)', $2::text)) is not null) as is_there;

-- statement: remit_make
-- params: kind text, month date
-- columns: list text
select remit_make($1, $2)::text as list;

-- statement: remit_approve
-- params: list int8
-- columns: list text
select remit_approve($1)::text as list;

-- statement: remit_back
-- params: list int8
-- columns: list text
select remit_back($1)::text as list;

-- statement: remit_verb
-- params: list int8
-- columns: verb text
select k.verb || ' file' as verb from remit_list join remit_kind k using (kind) where list_id = $1;

-- statement: remit_file
-- params: list int8
-- columns: lines text
select remit_file($1) as lines;

-- statement: remit_paper
-- params: list int8
-- columns: lines text
select remit_paper($1) as lines;
