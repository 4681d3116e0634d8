-- The ledger: what was calculated and published. Rows are added and never changed.

create table run (
    job           varchar(100) not null,
    period        varchar(7)   not null,
    revision      integer      not null,
    run_id        varchar(64)  not null,
    as_of         date         not null,
    plan          varchar(200) not null,
    plan_hash     varchar(64)  not null,
    exports_hash  varchar(64)  not null,
    calendar_hash varchar(64)  not null,
    engine        varchar(50)  not null,
    manifest_hash varchar(64)  not null,
    folder        varchar(2000) not null,
    recorded_at   timestamp with time zone not null,
    constraint run_pk primary key (job, period, revision)
);

-- A run is published once its folder bears its name; until then a restart finishes the rename.
create table run_publication (
    job          varchar(100) not null,
    period       varchar(7)   not null,
    revision     integer      not null,
    published_at timestamp with time zone not null,
    constraint run_publication_pk primary key (job, period, revision),
    constraint run_publication_run foreign key (job, period, revision) references run
);

create table run_input (
    job           varchar(100)  not null,
    period        varchar(7)    not null,
    revision      integer       not null,
    number        integer       not null,
    dataset       varchar(100)  not null,
    file_name     varchar(1000) not null,
    bytes         bigint        not null,
    sha256        varchar(64)   not null,
    rows_read     bigint        not null,
    rows_used     bigint        not null,
    rows_out      bigint        not null,
    rows_rejected bigint        not null,
    rows_double   bigint        not null,
    constraint run_input_pk primary key (job, period, revision, number),
    constraint run_input_run foreign key (job, period, revision) references run
);

create table run_score (
    job         varchar(100) not null,
    period      varchar(7)   not null,
    revision    integer      not null,
    employee_id varchar(200) not null,
    status      varchar(20)  not null,
    bonus       numeric(12, 2),
    individual  numeric(12, 2),
    team_score  numeric(12, 2),
    final_score numeric(12, 2),
    grade       varchar(20),
    grade_cap   varchar(20),
    vetoed      boolean      not null,
    constraint run_score_pk primary key (job, period, revision, employee_id),
    constraint run_score_run foreign key (job, period, revision) references run
);

create table run_dimension (
    job         varchar(100) not null,
    period      varchar(7)   not null,
    revision    integer      not null,
    employee_id varchar(200) not null,
    dimension   varchar(100) not null,
    points      numeric(12, 2) not null,
    constraint run_dimension_pk primary key (job, period, revision, employee_id, dimension),
    constraint run_dimension_score foreign key (job, period, revision, employee_id) references run_score
);

create table run_payout (
    job           varchar(100)  not null,
    period        varchar(7)    not null,
    revision      integer       not null,
    line_id       varchar(400)  not null,
    number        integer       not null,
    employee_id   varchar(200)  not null,
    component     varchar(50)   not null,
    source_period varchar(7)    not null,
    basis         varchar(100)  not null,
    rate          varchar(100)  not null,
    amount        numeric(24, 2) not null,
    currency      varchar(3)    not null,
    status        varchar(20)   not null,
    note          varchar(2000) not null,
    constraint run_payout_pk primary key (line_id),
    constraint run_payout_run foreign key (job, period, revision) references run
);
