-- Made anew with other parameters since: all finders are compared with what stands at once.
drop function if exists judge_found(text, date, boolean);
drop function if exists judge_write(text, date, text[], text, text[]);
