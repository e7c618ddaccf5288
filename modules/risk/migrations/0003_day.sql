-- The day of the death that grants were worked out from, so that they are looked at again when it is another one.
alter table survivor_claim add died_on date;
update survivor_claim c set died_on = d.died_on from death_told d where d.person_id = c.person_id and c.state = 'paid';
-- It says by which decision a share is another one now.
drop function if exists survivor_word(survivor_heir, text);
-- The month of a stop is one of the acts of a corrected day now; what waits is found anew with the others.
update decision d set outcome = 'returned', returned = 'its reason is gone since it was proposed'
where d.rule_id = 'risk.stop_month' and d.outcome = 'proposed';
delete from finding where rule_id = 'risk.stop_month';
update task set state = 'withdrawn', ver = ver + 1, closed_on = business_day()
where rule_id = 'risk.stop_month' and state in ('open', 'proposed', 'undoing');
