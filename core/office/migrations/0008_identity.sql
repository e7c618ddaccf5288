-- What an import compares lies beside the number: one join says who is meant, whether name and birth
-- day agree, and where the person belongs.  Whoever writes a person writes this too.
alter table person_ident add name text, add birth_date date, add region_code int;
update person_ident i set name = p.name, birth_date = p.birth_date, region_code = p.region_code
from person p where p.person_id = i.person_id;
alter table person_ident alter name set not null, alter birth_date set not null,
	alter region_code set not null;
