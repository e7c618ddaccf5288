-- By which rules the gate has looked at a run: while they and the lines are the same, what the lines show is, too.
alter table pay_run add column gate_rules text;
