-- What the company decided about periods, and what was paid by it. Rows are added and never changed.

-- A payout line carries everything that a later true-up needs, so that a leaver is still known.
alter table run_payout add column name          varchar(500)  default '' not null;
alter table run_payout add column team          varchar(200)  default '' not null;
alter table run_payout add column cost_center   varchar(200)  default '' not null;
-- The component that a true-up makes good, and the revision of the source period that it pays; blank and null elsewhere.
alter table run_payout add column corrects      varchar(50)   default '' not null;
alter table run_payout add column by_revision   integer;
-- The ids of the alleged events for which the line is on hold, separated by blanks.
alter table run_payout add column held_by       varchar(2000) default '' not null;
-- The note in Chinese: a true-up is printed again when its closed period is calculated again.
alter table run_payout add column note_zh       varchar(2000) default '' not null;

-- Signed, closed, reopened: in the order of their numbers.
create table period_decision (
    job         varchar(100) not null,
    period      varchar(7)   not null,
    number      integer      not null,
    kind        varchar(20)  not null,
    revision    integer      not null,
    role        varchar(50)  not null,
    by_name     varchar(500) not null,
    reason      varchar(2000) not null,
    as_of       date         not null,
    recorded_at timestamp with time zone not null,
    constraint period_decision_pk primary key (job, period, number),
    constraint period_decision_run foreign key (job, period, revision) references run
);

-- The folder that a close published, and the hash of its manifest.
create table period_edition (
    job           varchar(100)  not null,
    period        varchar(7)    not null,
    number        integer       not null,
    run_id        varchar(64)   not null,
    manifest_hash varchar(64)   not null,
    folder        varchar(2000) not null,
    constraint period_edition_pk primary key (job, period, number),
    constraint period_edition_decision foreign key (job, period, number) references period_decision
);

-- What a close released for payment: this, and nothing else, was paid.
create table period_payment (
    job           varchar(100)  not null,
    period        varchar(7)    not null,
    number        integer       not null,
    line_id       varchar(400)  not null,
    employee_id   varchar(200)  not null,
    component     varchar(50)   not null,
    corrects      varchar(50)   not null,
    source_period varchar(7)    not null,
    amount        numeric(24, 2) not null,
    currency      varchar(3)    not null,
    constraint period_payment_pk primary key (job, period, number, line_id),
    constraint period_payment_decision foreign key (job, period, number) references period_decision
);

-- Whose lines a close did not release: an alleged event or a pending appeal.
create table period_held (
    job         varchar(100) not null,
    period      varchar(7)   not null,
    number      integer      not null,
    employee_id varchar(200) not null,
    cause       varchar(20)  not null,
    reference   varchar(200) not null,
    constraint period_held_pk primary key (job, period, number, employee_id, cause, reference),
    constraint period_held_decision foreign key (job, period, number) references period_decision
);

-- Calibrations and appeals as a revision saw them: who, when, why, what changed.
create table run_decision (
    job          varchar(100)  not null,
    period       varchar(7)    not null,
    revision     integer       not null,
    kind         varchar(20)   not null,
    decision_id  varchar(200)  not null,
    subject_type varchar(50)   not null,
    subject      varchar(200)  not null,
    concerns     varchar(200)  not null,
    applies_to   varchar(7)    not null,
    submitted    varchar(30)   not null,
    due          varchar(30)   not null,
    decided      varchar(30)   not null,
    decide_due   varchar(30)   not null,
    decided_by   varchar(2000) not null,
    outcome      varchar(50)   not null,
    effect       varchar(50)   not null,
    reason       varchar(4000) not null,
    evidence     varchar(4000) not null,
    before_value varchar(200)  not null,
    after_value  varchar(200)  not null,
    marks        varchar(200)  not null,
    constraint run_decision_pk primary key (job, period, revision, kind, decision_id),
    constraint run_decision_run foreign key (job, period, revision) references run
);
