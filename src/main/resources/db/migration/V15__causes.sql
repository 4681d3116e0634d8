-- Why a revision of a closed period pays differently from the one before it: what true-ups give as their reasons.
create table run_pay_cause (
    job         varchar(100)   not null,
    period      varchar(7)     not null,
    revision    integer        not null,
    number      integer        not null,
    employee_id varchar(200)   not null,
    component   varchar(50)    not null,
    cause       varchar(500)   not null,
    amount      numeric(24, 2) not null,
    text_zh     varchar(2000)  not null,
    text_en     varchar(2000)  not null,
    constraint run_pay_cause_pk primary key (job, period, revision, number),
    constraint run_pay_cause_run foreign key (job, period, revision) references run
);

-- Who decided about a period: the roster's id where the name is one person's, and the account of the machine.
alter table period_decision add column by_id   varchar(200) default '' not null;
alter table period_decision add column account varchar(500) default '' not null;
