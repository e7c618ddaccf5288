-- How many insured a unit has in a month, where the collecting agency tells it.
alter table fund_levy add column insured int,
	add constraint fund_levy_insured_bound check (insured between 0 and 10000000);
