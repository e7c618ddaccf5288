-- A benefit that goes on to the statutory age (State Council measures of 2024-09-13, art. 7): until when.
alter table jobless_claim add column extended_to date,
	add constraint jobless_claim_extended_to_bound check (extended_to between '1900-01-01' and '2100-12-31');
