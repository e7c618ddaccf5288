-- The yearly adjustment of a benefit, as a campaign: rehearsed for everyone, proposed by one person, approved by a second,
-- applied in pieces.
create table adjust_campaign (campaign_id bigint primary key, year int not null, scheme text not null, region_code int,
	from_day date not null, day date not null, law text not null, state text not null default 'rehearsed',
	made_by name not null default session_user, made_at timestamptz not null default now(),
	proposed_by name, proposed_at timestamptz, approved_by name, approved_at timestamptz,
	undo_by name, undone_by name, undone_at timestamptz, why text not null default '',
	persons bigint not null default 0, before_fen bigint not null default 0, increase_fen bigint not null default 0,
	excluded bigint not null default 0, outliers bigint not null default 0,
	median_fen bigint, least_fen bigint, most_fen bigint, ceiling numeric, digest text,
	constraint adjust_campaign_year_bound check (year between 1978 and 2200),
	constraint adjust_campaign_before_fen_bound check (before_fen between 0 and 99999999999999999),
	constraint adjust_campaign_median_fen_bound check (median_fen between 0 and 999999999999),
	constraint adjust_campaign_least_fen_bound check (least_fen between -999999999999999 and 999999999999),
	constraint adjust_campaign_most_fen_bound check (most_fen between 0 and 999999999999999),
	constraint adjust_campaign_increase_fen_bound check (increase_fen between 0 and 99999999999999999),
	constraint adjust_campaign_state check (state in ('rehearsed', 'proposed', 'running', 'paused', 'applied', 'undoing',
		'undone', 'dropped')),
	constraint adjust_campaign_four_eyes check (approved_by <> proposed_by and undone_by <> undo_by),
	constraint adjust_campaign_approved check (state not in ('running', 'paused', 'applied', 'undoing', 'undone')
		or (proposed_by is not null and approved_by is not null and digest is not null)));
-- One at a time: what is worked out stands on what the one before has made.
create unique index adjust_campaign_one on adjust_campaign ((true)) where state in ('proposed', 'running', 'paused', 'undoing');
comment on table adjust_campaign is '@ref a year''s adjustment of the benefits of a scheme, and how far it is';

-- What it makes of each benefit, or why nothing.  Facts is what it was worked out from.
create table adjust_row (person_id bigint not null, campaign_id bigint not null, scheme text not null, kind text not null,
	region_code int not null, year int not null, sex text not null, age int, benefit_from date, before_fen bigint not null,
	fixed_fen bigint, years_fen bigint, percent_fen bigint, age_fen bigint, other_fen bigint,
	increase_fen bigint not null default 0, after_fen bigint not null, why text, state text not null, facts text not null,
	primary key (person_id, campaign_id, scheme, kind),
	constraint adjust_row_campaign_fk foreign key (campaign_id) references adjust_campaign,
	constraint adjust_row_state check (state in ('pending', 'outlier', 'excluded', 'applied', 'left_out', 'undone')),
	constraint adjust_row_excluded check ((state = 'excluded') = (why is not null)),
	constraint adjust_row_adds_up check (state = 'excluded' or after_fen = before_fen + increase_fen),
	constraint adjust_row_fixed_fen_bound check (fixed_fen between 0 and 999999999999),
	constraint adjust_row_years_fen_bound check (years_fen between 0 and 999999999999),
	constraint adjust_row_percent_fen_bound check (percent_fen between 0 and 999999999999),
	constraint adjust_row_age_fen_bound check (age_fen between 0 and 999999999999),
	constraint adjust_row_other_fen_bound check (other_fen between 0 and 999999999999),
	constraint adjust_row_before_fen_bound check (before_fen between 0 and 999999999999),
	constraint adjust_row_after_fen_bound check (after_fen between 0 and 999999999999),
	constraint adjust_row_increase_fen_bound check (increase_fen between 0 and 999999999999));
create index adjust_row_region on adjust_row (region_code, campaign_id);
create index adjust_row_open on adjust_row (campaign_id, state, person_id) where state in ('pending', 'outlier');
-- Nobody is adjusted twice for one year.
create unique index adjust_row_once on adjust_row (person_id, scheme, kind, year) where state = 'applied';
comment on table adjust_row is '@dist person_id what a year''s adjustment makes of a benefit, part by part, or why nothing';

-- What was applied is compared with what was rehearsed when the transaction ends.
create table adjust_check (campaign_id bigint not null, at timestamptz not null default clock_timestamp(),
	primary key (campaign_id, at));
comment on table adjust_check is '@local adjustments that are compared with their rehearsal, at the end of a transaction';

grant select on adjust_campaign, adjust_row, adjust_check to steward_staff, steward_batch;
