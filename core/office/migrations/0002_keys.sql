-- Foreign keys, each with a name: distribution drops them and puts them back.
alter table staff add constraint staff_region_fk foreign key (region_code) references region;
alter table task_move add constraint task_move_type_fk foreign key (task_type) references task_type;
alter table decision add constraint decision_task_fk foreign key (person_id, rule_id, cause)
	references task (person_id, rule_id, cause);
alter table hold add constraint hold_decision_fk foreign key (person_id, decision_id)
	references decision (person_id, decision_id);
