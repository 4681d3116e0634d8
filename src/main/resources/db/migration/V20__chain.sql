-- The chain of the ledger: each revision and each decision is a link, made of the link before, of what the ledger's rows of it
-- hash to, and of its edition's manifest. Whoever holds a head that was printed holds everything before it.
create table ledger_link (
    number        integer      not null,
    -- revision: entry is its number in run; decision: its number in period_decision.
    kind          varchar(20)  not null,
    job           varchar(100) not null,
    period        varchar(7)   not null,
    entry         integer      not null,
    rows_hash     varchar(64)  not null,
    -- Of the edition's manifest; blank where none was published.
    manifest_hash varchar(64)  not null,
    head          varchar(64)  not null,
    -- Whether it was recorded before there was a chain, and taken into it as it lay there.
    adopted       boolean      not null,
    constraint ledger_link_pk primary key (number),
    constraint ledger_link_entry unique (kind, job, period, entry)
);

-- What the rows of a link hash to, by table; rows_hash is made of these.
create table ledger_link_table (
    number     integer      not null,
    table_name varchar(100) not null,
    row_count  bigint       not null,
    hash       varchar(64)  not null,
    constraint ledger_link_table_pk primary key (number, table_name),
    constraint ledger_link_table_link foreign key (number) references ledger_link
);

-- Guards of ledger tables that were found missing or changed when the ledger was opened, and put up again.
create table ledger_guard_lost (
    number     integer      not null,
    table_name varchar(100) not null,
    found      varchar(200) not null,
    found_at   timestamp with time zone not null,
    constraint ledger_guard_lost_pk primary key (number)
);
