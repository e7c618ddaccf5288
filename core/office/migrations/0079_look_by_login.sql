-- Whom somebody looked at last is asked whenever he looks for a person.
create index look_by_login on look (login, last_at desc);
