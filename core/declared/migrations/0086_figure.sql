-- Figures of the board over facts that texts declare: whom they count, between which values.
alter table declared_fact add column figure text not null default '', add column what text not null default 'count',
	add column least text not null default '', add column most text not null default '',
	add constraint declared_fact_figure check (figure ~ '^([A-Z][A-Za-z0-9]{0,7})?$' and what in ('count', 'sum', 'middle')
		and least ~ '^(-?[0-9]{1,18})?$' and most ~ '^(-?[0-9]{1,18})?$');
