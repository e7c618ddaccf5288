-- How many a rule's proposals of a month are is asked of each proposal, and must not read the decisions of all years.
create index decision_brake on decision (rule_id, business_day) where not automatic and undoes is null;
