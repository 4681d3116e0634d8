-- What machines that share a PostgreSQL tell each other of the pieces of a run. The run's holder offers pieces, workers take them. No
-- ledger tables: what they hold changes by its nature, and a run loses nothing but time with it. An embedded ledger leaves these empty.

create table work_worker (
    worker     varchar(36)  not null primary key,
    host       varchar(255) not null,
    pid        bigint       not null,
    engine     varchar(100) not null,
    threads    integer      not null,
    -- Why it takes nothing of what is offered; blank where it does.
    refusal    varchar(20)  not null,
    pieces     bigint       not null,
    since      timestamp with time zone not null,
    seen       timestamp with time zone not null
);

create table work_offer (
    offer      varchar(36)  not null primary key,
    run        varchar(64)  not null,
    job        varchar(100) not null,
    period     varchar(20)  not null,
    -- What the run is calculated from: its SHA-256 in the store.
    recipe     varchar(64)  not null,
    engine     varchar(100) not null,
    -- The session that holds the lease: without it nothing of this is worth doing.
    holder     integer      not null,
    offered_at timestamp with time zone not null
);

create table work_piece (
    offer      varchar(36)  not null references work_offer on delete cascade,
    piece      integer      not null,
    -- OPEN, TAKEN or DONE.
    state      varchar(5)   not null,
    -- Who took it; blank where the run's own process did.
    worker     varchar(36)  not null,
    -- How often it was taken: what an earlier taker says of it counts no more.
    turn       integer      not null,
    taken_at   timestamp with time zone null,
    primary key (offer, piece)
);
