-- The bound of every amount, see the core's migration "amounts".
select bound_column('claim', 'amount_fen', 0, 999999999999);
-- Files come in through the function of their feed.
revoke insert, update, delete on claim from steward_batch;
