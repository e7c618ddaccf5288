-- Figures of a year that others tell of a person, and the settlement of what was granted by need against them.
create table income_figure (person_id bigint not null, year int not null, source text not null, region_code int not null,
	amount_fen bigint not null, is_withdrawn boolean not null, batch_id bigint not null, line bigint not null,
	primary key (person_id, year, source),
	constraint income_figure_amount_fen_bound check (amount_fen between 0 and 99999999999999),
	constraint income_figure_source check (source in ('tax', 'employer', 'other')));
create index income_figure_region on income_figure (region_code, person_id);
create index income_figure_of_batch on income_figure (batch_id);
comment on table income_figure is '@dist person_id income of a year as the tax bureau or an employer tells it';
-- full: what was granted before any income was reckoned; settled: what a settlement has left of it; asked: by which sum
-- the person was asked.
create table settlement (person_id bigint not null, year int not null, kind text not null, region_code int not null,
	scheme text not null, full_fen bigint not null, settled_fen bigint, opened_on date not null default business_day(),
	wait_until date not null, settled_on date, asked_on date, asked_fen bigint, reply_until date, replied_on date,
	reply text not null default '', by_login name not null default session_user, primary key (person_id, year, kind),
	constraint settlement_full_fen_bound check (full_fen between 0 and 999999999999),
	constraint settlement_settled_fen_bound check (settled_fen between 0 and 999999999999),
	constraint settlement_asked_fen_bound check (asked_fen between 0 and 999999999999),
	constraint settlement_asked check ((asked_on is null) = (asked_fen is null) and (asked_on is null) = (reply_until is null)),
	constraint settlement_replied check ((replied_on is null) = (reply = '') and length(reply) <= 2000));
create index settlement_region on settlement (region_code, person_id);
comment on table settlement is '@dist person_id the yearly settlement of a benefit by need: asked, replied, settled';
grant select on income_figure, settlement to steward_staff, steward_batch;
