-- A claim is judged by itself: it has a number of its own beside the one that the hospital gave it.
alter table claim rename claim_id to claim_no;
create sequence claim_number;
alter table claim add claim_id bigint not null default nextval('claim_number');
create index claim_by_id on claim (claim_id);
create index claim_of_batch on claim (batch_id);
