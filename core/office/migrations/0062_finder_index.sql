-- A finder that finds nothing, and found nothing before, costs a look into this index.
create index finding_rule on finding (rule_id, person_id);
