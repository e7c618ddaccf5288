-- Views of all columns are made anew after it.
drop view if exists claim_charged, claim_clean, claim_now, claim_due cascade;
-- What the settlement asks of a claim beside its cost: the class of each thing, and how and where care elsewhere came about.
alter table claim_charge add class text not null default '', add elsewhere text not null default '', add care_place text not null default '';
-- And what the serious-illness insurance adds: for what the insured has paid himself in the year until then, and for this claim.
alter table claim_case add year_serious_fen bigint not null default 0, add serious_fen bigint not null default 0,
	add is_serious_known boolean not null default false;
select bound_column('claim_case', 'year_serious_fen', 0, 999999999999);
select bound_column('claim_case', 'serious_fen', 0, 999999999999);
update claim_case set is_serious_known = true;
create index claim_case_serious on claim_case (person_id, claim_no) where state = 'decided' and not is_serious_known;
