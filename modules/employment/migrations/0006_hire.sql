-- Subsidies to an employer for a person it has taken on who found it hard to find work: a claim of the person's like the others,
-- whose money goes to the employer by a list to the finance office; and subsidies that are taken back.
alter table subsidy drop constraint subsidy_kind, drop constraint subsidy_state, drop constraint subsidy_granted,
	add column unit_no text not null default '', add column unit text not null default '', add column account text not null default '',
	add constraint subsidy_kind check (kind in ('flexible', 'skill', 'training', 'hire')),
	add constraint subsidy_state check (state in ('open', 'granted', 'refused', 'withdrawn', 'taken_back')),
	add constraint subsidy_granted check ((state in ('granted', 'taken_back')) = (from_month is not null and amount_fen is not null)),
	add constraint subsidy_unit_is_clean check (unit_no || unit || account !~ '[[:cntrl:]]' and length(unit_no || unit || account) <= 300);

alter table premium_list add column what text not null default 'premium',
	add constraint premium_list_what check (what in ('premium', 'employer'));
drop index premium_list_one;
create unique index premium_list_one on premium_list (what) where state = 'made';
comment on table premium_list is '@ref lists of what the fund pays to the collecting office, or to employers, a month each';
alter table premium_row drop constraint premium_row_kind, add constraint premium_row_kind
	check (kind in ('medical', 'pension') or kind ~ '^hire [0-9]+$');
drop function if exists premium_make(date);
drop function if exists premium_plan(int);
