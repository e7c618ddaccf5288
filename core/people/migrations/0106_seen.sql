-- On which days a login was here, and from where.
create table staff_seen (login name, day date, address text, primary key (login, day, address),
	constraint staff_seen_is_small check (length(address) <= 60));
comment on table staff_seen is '@ref days on which a login was here';
grant select on staff_seen to steward_staff;
