-- Certificates handed out at the counter: what each says, by the code that stands on it.
create table service_certificate (person_id bigint not null, code text not null, region_code int not null, kind text not null,
	issued_on date not null, facts jsonb not null, who name not null default session_user, primary key (person_id, code),
	constraint service_certificate_kind check (kind in ('pension', 'months')),
	constraint service_certificate_code check (code ~ '^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$'));
create index service_certificate_region on service_certificate (region_code, person_id);
create index service_certificate_by_code on service_certificate (code);
comment on table service_certificate is '@dist person_id certificates handed out, by their verification codes';
grant select on service_certificate to steward_staff, steward_batch;
