-- What the rows of a month say, as a sum over fingerprints of them, in hexadecimal: of two deliveries with as many rows and the same
-- sums it tells whether they are the same rows. The second leaves out their days. Blank in profiles that are older than these columns.
alter table run_profile add column said varchar(16) default '' not null;
alter table run_profile add column undated varchar(16) default '' not null;
