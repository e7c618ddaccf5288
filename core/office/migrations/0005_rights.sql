-- Who may do what.  Staff read and call; batch runs write what the street writes; nobody but the
-- owner changes a decision, a hold or the audit.
revoke all on schema steward from public;
revoke all on all functions in schema steward from public;
grant usage on schema steward to steward_staff, steward_batch;
grant select on all tables in schema steward to steward_staff, steward_batch;
grant execute on function decide, request_result, business_day, next_period
	to steward_staff, steward_batch;
revoke select on request_done from steward_staff;
grant insert, update, delete on person, person_ident, enrolment, contribution, pension, payment,
	evidence, certification, status_event, staged_row, person_fact, person_pack, finding, task, region
	to steward_batch;
grant insert, update on batch, setting, rule_text, reason, task_type, indicator_value
	to steward_batch;
grant truncate on person_pack to steward_batch;
grant delete on reason, indicator_value to steward_batch;
grant insert on reject, audit_log to steward_batch;
grant insert, delete on touched to steward_batch;
grant usage on sequence id_block to steward_batch;
-- Scheduled work can record what a rule settled, and nothing else: who it is and that no human
-- decided are columns it cannot write, so their defaults hold.
grant insert (person_id, decision_id, region_code, rule_id, cause, event, outcome, reason, note,
	business_day, rule_hash, inputs) on decision to steward_batch;
revoke execute on function decide from steward_batch;
alter default privileges in schema steward grant select on tables to steward_staff, steward_batch;
alter default privileges in schema steward revoke execute on functions from public;
