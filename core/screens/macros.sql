-- Keys that a login recorded, and what is done with them.

-- statement: macro_mine
-- params:
-- columns: name text, keys text, at timestamptz
select m.name, m.keys, m.at from macro_mine() m order by m.name limit 100;

-- What is about to be kept, as the form shows it.
-- statement: macro_said
-- params: keys text
-- columns: keys text
select $1::text limit 1;

-- statement: macro_keep
-- params: name text, keys text
-- columns: kept int8
select macro_keep($1::text, $2::text) limit 1;

-- statement: macro_drop
-- params: name text
-- columns: dropped int8
select macro_drop($1::text) limit 1;

-- The one that was removed last is there again.
-- statement: macro_back
-- params:
-- columns: back int8
select macro_back() limit 1;
