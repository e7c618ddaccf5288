-- Whose formula an award is by.  Of residents the base is the basic pension of the place, and there is no index.
alter table award add scheme text not null default 'employee',
	add constraint award_scheme check (scheme in ('employee', 'resident'));
