-- Funeral grant and survivors' grant: one claim of a dead person at a time, and the heirs that share it by agreement.  An
-- heir is a person of the register, because money and letters go to persons; what was told of him before stays.
create table survivor_claim (person_id bigint not null, claim_no int not null, region_code int not null,
	state text not null default 'open', asked_on date not null, total_fen bigint, decided_on date,
	who name not null default session_user, primary key (person_id, claim_no),
	constraint survivor_claim_state check (state in ('open', 'paid', 'refused', 'withdrawn', 'void')),
	constraint survivor_claim_paid check (state <> 'paid' or total_fen is not null),
	constraint survivor_claim_total_fen_bound check (total_fen between 0 and 999999999999));
create unique index survivor_claim_one on survivor_claim (person_id) where state in ('open', 'paid');
create index survivor_claim_region on survivor_claim (region_code, person_id);
comment on table survivor_claim is '@dist person_id claims for the grants that follow a death';

create table survivor_heir (person_id bigint not null, claim_no int not null, nth int not null, region_code int not null,
	heir_id bigint not null, relation text not null, share int not null, channel text not null, number text not null,
	proof text not null, state text not null default 'valid', amount_fen bigint, paid_month date,
	told_on date not null, who name not null default session_user, primary key (person_id, claim_no, nth),
	constraint survivor_heir_claim_fk foreign key (person_id, claim_no) references survivor_claim,
	constraint survivor_heir_relation check (relation in ('spouse', 'child', 'parent', 'sibling', 'grandchild', 'other')),
	constraint survivor_heir_state check (state in ('valid', 'replaced', 'withdrawn')),
	constraint survivor_heir_bounds check (share between 1 and 100 and nth between 1 and 1000),
	constraint survivor_heir_month check (extract(day from paid_month) = 1),
	constraint survivor_heir_amount_fen_bound check (amount_fen between 0 and 999999999999),
	constraint survivor_heir_is_clean check (proof || number !~ '[[:cntrl:]]' and length(proof) between 1 and 200));
create unique index survivor_heir_once on survivor_heir (person_id, claim_no, heir_id) where state = 'valid';
create index survivor_heir_of on survivor_heir (heir_id);
create index survivor_heir_region on survivor_heir (region_code, person_id);
comment on table survivor_heir is '@dist person_id heirs of a dead person, their shares and where they are paid';
grant select on survivor_claim, survivor_heir to steward_staff, steward_batch;
