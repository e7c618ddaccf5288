-- What came of each row of a batch that could not be done with the others.
alter table decision_batch_row add column result text not null default '',
	add constraint decision_batch_row_result_is_clean check (result !~ '[[:cntrl:]]' and length(result) <= 200);
