-- The bound of every amount, see the core's migration "amounts".
select bound_column('claim', 'amount_fen', 0, 999999999999);
