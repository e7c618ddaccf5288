-- When a second person agreed to an account: of two of one day the later counts.  Null for those of a file.
alter table account add column settled_at timestamptz;
