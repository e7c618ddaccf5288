-- Facts that texts declare, as the office's rows have them.

-- statement: declared_put
-- params: rows jsonb
-- columns: n int8
select declared_put($1) as n;

-- All that there ever were; is_packed: everybody's fact row has them since the last judge.
-- statement: declared_all
-- columns: name text, type text, unit text, title text, feed text, column_name text, day_name text, pick text, months int4, of_column text, of_value text, figure text, what text, least text, most text, is_withdrawn bool, is_packed bool
select d.name, d.type, d.unit, d.title, d.feed, d.column_name, d.day_name, d.pick, d.months, d.of_column, d.of_value,
	d.figure, d.what, d.least, d.most, d.is_withdrawn, ' ' || d.name = any (string_to_array(split_part(split_part('; ' || coalesce(s.value, ''), '; person:', 2),
	';', 1), ',')) as is_packed
from declared_fact d left join setting s on s.name = 'fact_columns' order by d.name;
