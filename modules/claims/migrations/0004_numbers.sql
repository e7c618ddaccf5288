-- A number names one claim: whose it is, is looked up by it.
create index claim_by_number on claim (claim_no);
