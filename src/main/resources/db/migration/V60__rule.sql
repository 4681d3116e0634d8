-- The commission rule that a line is earned by, or takes something back of, as what it is earned on: a rule may be renamed, and what
-- was paid by it is found all the same. Blank elsewhere, and in lines that are older than this column.
alter table run_payout add column rule varchar default '' not null;
