-- What was removed last can be taken back.
alter table macro add column dropped_at timestamptz;
