-- What the exports of a final edition held of the months of its period: what later deliveries are held against. Rows are added
-- and never changed.
create table run_profile (
    job       varchar(100) not null,
    period    varchar(7)   not null,
    revision  integer      not null,
    dataset   varchar(100) not null,
    of_month  varchar(7)   not null,
    good_rows bigint       not null,
    lost_rows bigint       not null,
    -- The days of the month with rows, as bits: the first is bit 0.
    days      integer      not null,
    people    integer      not null,
    median_amount numeric(38, 10),
    priced    bigint       not null,
    swapped   bigint       not null,
    constraint run_profile_pk primary key (job, period, revision, dataset, of_month),
    constraint run_profile_run foreign key (job, period, revision) references run
);

-- Of each column its sum, where it is a number, and how many rows leave it blank.
create table run_profile_column (
    job         varchar(100) not null,
    period      varchar(7)   not null,
    revision    integer      not null,
    dataset     varchar(100) not null,
    of_month    varchar(7)   not null,
    column_name varchar(100) not null,
    total       numeric(38, 10),
    blanks      bigint       not null,
    constraint run_profile_column_pk primary key (job, period, revision, dataset, of_month, column_name),
    constraint run_profile_column_profile foreign key (job, period, revision, dataset, of_month) references run_profile
);

-- How many people of each team were scored.
create table run_team (
    job      varchar(100) not null,
    period   varchar(7)   not null,
    revision integer      not null,
    team     varchar(200) not null,
    people   integer      not null,
    constraint run_team_pk primary key (job, period, revision, team),
    constraint run_team_run foreign key (job, period, revision) references run
);

-- Who accepted which implausible finding with which revision, and what the figure was then.
create table run_acceptance (
    job           varchar(100)   not null,
    period        varchar(7)     not null,
    revision      integer        not null,
    number        integer        not null,
    code          varchar(50)    not null,
    asked_dataset varchar(100)   not null,
    dataset       varchar(100)   not null,
    of_month      varchar(7)     not null,
    place         varchar(500)   not null,
    figure        numeric(38, 6) not null,
    reason        varchar(2000)  not null,
    by_name       varchar(500)   not null,
    employee_id   varchar(200)   not null,
    account       varchar(200)   not null,
    as_of         date           not null,
    constraint run_acceptance_pk primary key (job, period, revision, number),
    constraint run_acceptance_run foreign key (job, period, revision) references run
);
