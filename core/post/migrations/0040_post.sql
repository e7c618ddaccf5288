-- What is written to persons becomes an outbox: by which channel, to whom, who approved its bytes, and what became
-- of it.
alter table contact drop constraint contact_kind,
	add constraint contact_kind check (kind in ('address', 'phone', 'mail', 'app')),
	add doubtful boolean not null default false;

create table contact_wish (person_id bigint not null, region_code int not null, channel text not null,
	language text not null, consents boolean not null, who name not null default session_user,
	at timestamptz not null default now(), primary key (person_id),
	constraint contact_wish_channel check (channel in ('', 'sms', 'mail', 'app', 'letter', 'none')),
	constraint contact_wish_language check (length(language) <= 20));
create index contact_wish_region on contact_wish (region_code);
comment on table contact_wish is '@dist person_id how a person wants to be written to, and whether mail may serve decisions';

create table work_message (kind text not null, state text not null, template text not null, channels text[] not null,
	adverse boolean not null, words boolean not null, look boolean not null, told boolean not null,
	reply_days int, primary key (kind, state),
	constraint work_message_channels check (channels <@ '{sms,mail,app,letter}'),
	constraint work_message_reply_days_bound check (reply_days between 1 and 3660));
comment on table work_message is '@ref which step of which task writes what, from the texts work.messages';
create table work_short (template text not null, language text not null, body text not null,
	primary key (template, language));
comment on table work_short is '@ref what a text message says, from the texts work.short';
create table work_post (name text primary key, value numeric not null);
comment on table work_post is '@ref hours, limits and tries of the sender, from the texts work.post';
grant select on contact_wish, work_message, work_short, work_post to steward_staff, steward_batch;
grant insert, delete on work_message, work_short, work_post to steward_batch;

-- draft: somebody has to write or approve it; due: its letter is not rendered yet; ready: to be sent.
alter table message drop constraint message_state, drop constraint message_is_small,
	alter body drop not null,
	add channel text not null default 'letter', add survivors boolean not null default false,
	add adverse boolean not null default false, add task_state text not null default '', add once text,
	add words text, add hash text, add approver name, add why text not null default '',
	add tries int not null default 0, add next_at timestamptz not null default now(),
	add lease_pid int, add lease_until timestamptz, add sent_at timestamptz, add sent_on date, add ref text,
	add delivered_on date, add means text, add proof text, add reply_days int, add reply_by date, add replied_on date,
	add look boolean not null default false, add round int not null default 1, add next_on date not null default business_day(),
	add constraint message_state check (state in ('draft', 'due', 'ready', 'sent', 'delivered', 'failed', 'returned',
		'dropped')),
	add constraint message_channel check (channel in ('sms', 'mail', 'app', 'letter', 'none')),
	add constraint message_is_small check (length(body) between 1 and 60000 and length(template) <= 60
		and length(language) <= 20 and length(words) <= 4000),
	add constraint message_words_are_clean check (words !~ '[\u0001-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]'),
	-- What leaves the house has a text, and the digest of it that was approved.
	add constraint message_is_approved check (state in ('draft', 'due', 'dropped', 'failed')
		or (body is not null and hash is not null)),
	-- A decision against a person is served with proof: never by a text message, nor by an app.
	add constraint message_adverse_is_served check (not adverse or channel in ('letter', 'mail', 'none')),
	-- A text message is read by whoever has the telephone: no number of a card, an account or a person.
	add constraint message_short_is_private check (channel not in ('sms', 'app') or body is null
		or regexp_replace(translate(body, '０１２３４５６７８９', '0123456789'), '[ -]', '', 'g') !~ '[0-9]{12}'),
	add constraint message_round_bound check (round between 1 and 1000),
	add constraint message_tries_bound check (tries between 0 and 100000),
	add constraint message_reply_days_bound check (reply_days between 1 and 3660),
	add constraint message_delivery check ((state = 'delivered') = (delivered_on is not null)
		and (delivered_on is null or means is not null)),
	add constraint message_served_by check (means in ('electronic', 'direct', 'household', 'left', 'post',
		'publication')),
	-- Who wrote the free words does not approve them.
	add constraint message_four_eyes check (words is null or approver is null or approver <> who);
create unique index message_once on message (person_id, once, channel) where once is not null;
create index message_outbox on message (next_at) where state in ('due', 'ready');
create index message_late on message (state) where state in ('failed', 'returned');

create table message_event (person_id bigint not null, message_id bigint not null, event_id bigint not null,
	region_code int not null, what text not null, round int not null, day date not null default business_day(),
	detail text not null default '', who name not null default session_user, at timestamptz not null default now(),
	primary key (person_id, message_id, event_id),
	constraint message_event_message_fk foreign key (person_id, message_id) references message (person_id, message_id),
	constraint message_event_is_small check (length(detail) <= 500));
create index message_event_region on message_event (region_code, person_id);
create unique index message_sent_once on message_event (person_id, message_id, round) where what = 'sent';
comment on table message_event is '@dist person_id what became of a message, step by step';
grant select on message_event to steward_staff, steward_batch;

-- The next judge takes the texts about messages out of the book.
update setting set value = '' where name = 'book_hash';
