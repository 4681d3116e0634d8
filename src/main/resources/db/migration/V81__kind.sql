-- What the pieces of an offer are: SLICES of exports, slices AGAIN without rows that do not count, or BUNDLES of an edition's files.
alter table work_offer add column kind varchar(10) default 'SLICES' not null;
