-- What is found out about an award after it was made: of_award, not of an application.  The account at the award has
-- no field of its own in an application, so it is in question only here.
alter table retire_question add column of_award boolean not null default false,
	drop constraint retire_question_kind,
	add constraint retire_question_kind check (kind in ('birth', 'deemed', 'special') or kind = 'account' and of_award);
-- It takes the last month that counts, too.
drop function if exists retire_paid(bigint);
