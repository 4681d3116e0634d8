-- Where the ledger goes on, if it was copied to go on elsewhere: one row, and nothing is written here any more.
create table ledger_move (
    moved_to varchar(1000) not null primary key
);
