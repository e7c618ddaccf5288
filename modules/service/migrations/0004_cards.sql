-- Social security cards and the accounts on them, as the card centre and the banks tell.
create table service_card (person_id bigint not null, card_no text not null, region_code int not null, status text not null,
	account text not null, account_status text not null, since date not null, batch_id bigint not null, line bigint not null,
	primary key (person_id, card_no),
	constraint service_card_status check (status in ('issued', 'lost', 'frozen', 'expired', 'cancelled')),
	constraint service_card_account check (account_status in ('usable', 'frozen', 'closed')));
create index service_card_region on service_card (region_code, person_id);
create index service_card_of_batch on service_card (batch_id);
create index service_card_unfit on service_card (person_id, card_no) where status <> 'issued' or account_status <> 'usable';
comment on table service_card is '@dist person_id social security cards and the accounts on them, as they stand';
grant select on service_card to steward_staff, steward_batch;
