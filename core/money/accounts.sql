-- Accounts: what a number must look like, and how staff changes one by two persons.

-- Cash lists have no number; wallets are known by a telephone or an address; all others have 8 to 32 digits.
create or replace function account_shape(p_channel text) returns text language sql immutable as $$
	select case when p_channel = 'cash' then '^$' when p_channel in ('wechat', 'alipay') then '^[A-Za-z0-9@._+-]{3,64}$'
		else '^[0-9]{8,32}$' end
$$;

-- The check digit of a card (ISO/IEC 7812): from the right every second digit doubled, the digits of all added.
create or replace function card_is_good(p_number text) returns boolean language sql immutable as $$
	select sum(case when i % 2 = 1 then d else d * 2 / 10 + d * 2 % 10 end) % 10 = 0
	from (select i, substr(reverse(p_number), i, 1)::int as d from generate_series(1, length(p_number)) i) x
$$;

-- Some cards are said not to follow it: it makes somebody look, and refuses nothing.
create or replace function account_doubt(p_number text) returns text language sql immutable as $$
	select case when p_number ~ '^(62|81)[0-9]{14,17}$' and not card_is_good(p_number) then 'check digit' else '' end
$$;
