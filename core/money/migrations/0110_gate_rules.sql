-- By which rules the gate has looked at a run: while they and the lines are the same, what the lines show is, too.
alter table pay_run add column gate_rules text;
-- The gate asks at each step which accounts are new, and which are in doubt: few of all.
create index account_entered on account (entered_on);
create index account_doubt on account (person_id) where doubt <> '';
-- What the payment itself held is asked for each night, and is little beside the lines of years.
create index pay_line_kept on pay_line (person_id) where state = 'held' and why like 'pay.%';
