-- Who looks for work, which work there is, and who was referred to which with what coming of it.
create table job_seeker (person_id bigint not null, registered_on date not null, region_code int not null, state text not null,
	occupation text not null, skill text[] not null, place int, pay_fen bigint, category text not null, helper text not null,
	review_on date, batch_id bigint not null, line bigint not null, primary key (person_id, registered_on),
	constraint job_seeker_pay_fen_bound check (pay_fen >= 0 and pay_fen <= 999999999999));
create index job_seeker_region on job_seeker (region_code, person_id);
create index job_seeker_of_batch on job_seeker (batch_id);
comment on table job_seeker is '@dist person_id registrations of persons who look for work, the newest of each counts';
create table vacancy (vacancy_no text primary key, region_code int not null, unit_no text not null, unit text not null,
	occupation text not null, skill text[] not null, posts int not null, pay_fen bigint not null, posted_on date not null,
	expires_on date not null, batch_id bigint not null, line bigint not null,
	constraint vacancy_days check (posted_on <= expires_on),
	constraint vacancy_pay_fen_bound check (pay_fen >= 0 and pay_fen <= 999999999999));
create index vacancy_of_day on vacancy (posted_on, vacancy_no);
comment on table vacancy is '@ref work that employers offer';
create table job_referral (person_id bigint not null, vacancy_no text not null, region_code int not null,
	referred_on date not null, points numeric not null, say text not null, outcome text not null default '', done_on date,
	who name not null default session_user, at timestamptz not null default now(), primary key (person_id, vacancy_no),
	constraint job_referral_outcome check (outcome in ('', 'placed', 'refused', 'not_taken', 'no_answer')
		and (outcome = '') = (done_on is null)));
create index job_referral_region on job_referral (region_code, person_id);
create index job_referral_of_vacancy on job_referral (vacancy_no, done_on);
comment on table job_referral is '@dist person_id who was referred to which vacancy, and what came of it';
grant select on job_seeker, vacancy, job_referral to steward_staff, steward_batch;
