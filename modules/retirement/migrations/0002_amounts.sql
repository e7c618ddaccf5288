-- The bound of every number, see the core's migration "amounts".
select bound_column('award', c, 0, 999999999999) from (values ('base_fen'), ('account_fen'), ('amount_fen')) v (c);
select bound_column('award', c, 0, 999999999) from (values ('index_e4'), ('years_e4'), ('age_months')) v (c);
alter table correction
	add constraint correction_base_before_bound check (base_before between 0 and 999999999999),
	add constraint correction_base_after_bound check (base_after between 0 and 999999999999),
	add constraint correction_monthly_before_bound check (monthly_before between 0 and 999999999999),
	add constraint correction_monthly_after_bound check (monthly_after between 0 and 999999999999),
	add constraint correction_months_bound check (months between 0 and 3000),
	add constraint correction_arrears_fen_bound
	check (arrears_fen between -2999999999997000 and 2999999999997000);
