-- What is told twice, late, wrongly, or taken back: each row of a file has one end, what a newer word replaces
-- stays readable, a report can be void, and a refused row is kept whole until it can be taken.
alter table batch add rows_new bigint not null default 0, add rows_same bigint not null default 0,
	add rows_corrected bigint not null default 0, add rows_contradictory bigint not null default 0;
-- A file that came before counts anew when its rows were replaced since: again tells its loads apart.
alter table batch add again int not null default 0, drop constraint batch_feed_digest_key,
	add constraint batch_file unique (feed, digest, again);
update batch set rows_new = rows_accepted - rows_doubtful, rows_accepted = rows_accepted - rows_doubtful;

-- raw is the row as the file had it, its fields in the feed's order; value is what the column had; ready: mended, to
-- be tried again.
alter table reject add value text not null default '', add raw text[], add state text not null default 'open',
	add ready boolean not null default false, add constraint reject_state check (state in ('open', 'dropped'));
create index reject_open on reject (batch_id) where state = 'open';

create table earlier_row (person_id bigint not null, kept_in text not null, batch_id bigint not null, line bigint not null,
	by_batch bigint not null, by_line bigint not null, region_code int not null, body jsonb not null,
	at timestamptz not null default now(), primary key (person_id, kept_in, batch_id, line, by_batch, by_line));
create index earlier_row_region on earlier_row (region_code, person_id);
comment on table earlier_row is '@dist person_id what stood in a table until its sender said otherwise, with both rows of files';
grant select on earlier_row to steward_staff, steward_batch;

-- Reports: valid; replaced by a newer word of the same source; void by a decision.
alter table status_event add state text not null default 'valid', add decision_id bigint,
	add constraint status_event_state check (state in ('valid', 'replaced', 'void')),
	add constraint status_event_void check ((state = 'void') = (decision_id is not null));
create table report_source (source text primary key, rank int not null);
comment on table report_source is '@ref whose word about a day counts first, where several have told it';
insert into report_source values ('certificate', 1), ('death', 2), ('hospital', 3), ('hearsay', 4);
grant select on report_source to steward_staff, steward_batch;

-- What a reason says of the report that the task rests on: which kinds are void when it is approved.
alter table reason add voids text;

-- Rows in doubt: of whom (match), or whether (contradiction).  sha is of what the row says: the same row that comes
-- again is asked about once.  others are the persons it may be as well.
alter table staged_row add kind text not null default 'match', add sha text, add others bigint[],
	add constraint staged_row_kind check (kind in ('match', 'contradiction'));
create index staged_row_sha on staged_row (sha);

-- The day of a death that counts: of the source whose word comes first.
create view death_told as
select distinct on (e.person_id) e.person_id, e.from_day as died_on
from status_event e left join report_source r using (source)
where e.kind = 'death' and e.state = 'valid' order by e.person_id, coalesce(r.rank, 9), e.from_day desc;
grant select on death_told to steward_staff, steward_batch;

-- The dot of a name is one dot, however a department writes it.
update person set name = translate(name, '•・･‧⋅∙．', '·······') where name ~ '[•・･‧⋅∙．]';
update person_ident set name = translate(name, '•・･‧⋅∙．', '·······') where name ~ '[•・･‧⋅∙．]';

-- A step that closes a task for a reason that makes a report void leads here instead, for a second person.
alter table task_move add denies text;
-- A proposal whose reason has gone or changed goes back to its author, with what has changed.
alter table decision add returned text;
create index decision_waiting on decision (person_id, decision_id) where outcome = 'proposed';

-- What a hold has kept back and is due again.
create table arrears (person_id bigint not null, arrears_id bigint not null, region_code int not null,
	decision_id bigint not null, hold_id bigint not null, from_period int not null, to_period int not null,
	months int not null, amount_fen bigint not null, state text not null default 'due',
	primary key (person_id, arrears_id),
	constraint arrears_state check (state in ('due', 'paid', 'void')),
	constraint arrears_from_period_bound check (from_period between 185001 and 210012),
	constraint arrears_to_period_bound check (to_period between 185001 and 210012),
	constraint arrears_months_bound check (months between 0 and 1200),
	constraint arrears_amount_fen_bound check (amount_fen between 1 and 999999999999),
	constraint arrears_decision_fk foreign key (person_id, decision_id) references decision (person_id, decision_id),
	constraint arrears_hold_fk foreign key (person_id, hold_id) references hold (person_id, hold_id));
create index arrears_region on arrears (region_code, state);
comment on table arrears is '@dist person_id what was kept back by a hold and is due again';
grant select on arrears to steward_staff, steward_batch;

-- It takes filters.
drop function if exists batch_propose(uuid, text, text, text);
