-- Subsidies to an employer whose staff have got a certificate: a claim for each person and certificate, which counts once.
alter table subsidy add column certificate text not null default '', drop constraint subsidy_kind,
	add constraint subsidy_kind check (kind in ('flexible', 'skill', 'training', 'hire', 'staff')),
	add constraint subsidy_certificate check ((kind = 'staff') = (certificate <> '') and certificate !~ '[[:cntrl:]]'
		and length(certificate) <= 40);
create index subsidy_certificate_of on subsidy (certificate) where certificate <> '';
drop function if exists subsidy_apply(bigint, text, date, bigint, text, int, date, boolean, text, boolean, text);
