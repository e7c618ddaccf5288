-- Who approves names what was shown: staff_settle has a third value.
drop function if exists staff_settle(text, text);
