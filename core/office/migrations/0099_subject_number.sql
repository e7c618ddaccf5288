-- The column of a subject's table by which people know it, so that a search finds it.
alter table subject add number_column text;
