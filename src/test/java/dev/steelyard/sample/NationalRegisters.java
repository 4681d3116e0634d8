package dev.steelyard.sample;

import static dev.steelyard.sample.NationalCompany.day;
import static dev.steelyard.sample.NationalCompany.department;
import static dev.steelyard.sample.NationalCompany.employee;
import static dev.steelyard.sample.NationalCompany.month;
import static dev.steelyard.sample.NationalCompany.number;
import static dev.steelyard.sample.NationalCompany.track;
import static dev.steelyard.sample.NationalCompany.yes;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.SplittableRandom;

/** The smaller exports of the national company, so many rows for each person. */
final class NationalRegisters {

    private final NationalCompany company;

    private NationalRegisters(NationalCompany company) {
        this.company = company;
    }

    static void write(NationalCompany company) throws IOException {
        NationalRegisters registers = new NationalRegisters(company);
        registers.compliance();
        registers.requests();
        registers.trials();
        registers.service();
        registers.learning();
        registers.mentoring();
    }

    private void compliance() throws IOException {
        SplittableRandom chance = new SplittableRandom(21);
        int people = company.people();
        try (BufferedWriter materials = company.open("materials");
                BufferedWriter gifts = company.open("gifts_meetings");
                BufferedWriter training = company.open("enablement");
                BufferedWriter proposals = company.open("proposals")) {
            for (int i = 0; i < people * 12; i++) {
                String who = employee(company.somebody(chance, 1, 19));
                String when = someDay(chance);
                materials.write(number('M', i, 7)
                        + ','
                        + who
                        + ','
                        + when
                        + ','
                        + (chance.nextInt(100) < 90 ? "approved" : "rejected")
                        + '\n');
                gifts.write(number('G', i, 7) + ',' + who + ',' + when + ",meeting," + chance.nextInt(500, 4_000) + ','
                        + yes(chance, 96) + '\n');
                if (i % 6 == 0) {
                    training.write(number('N', i, 7) + ',' + who + ',' + when + ",training,\n");
                    int person = company.somebody(chance, 1, 14);
                    proposals.write(number('F', i, 7) + ',' + employee(person) + ',' + company.hospital(chance, person)
                            + ',' + when + ",,no\n");
                }
            }
        }
        try (BufferedWriter events = company.open("compliance_events")) {
            String[] kinds = {"visit_record", "material", "other", "gift_meeting"};
            for (int i = 0; i < people / 20; i++) {
                String when = someDay(chance);
                boolean veto = chance.nextInt(40) == 0;
                events.write(number('X', i, 6) + ',' + when + ','
                        + employee(company.somebody(chance, 1, 19)) + ','
                        + (veto ? "bribery" : kinds[chance.nextInt(kinds.length)]) + ','
                        + (veto ? "veto" : chance.nextInt(5) == 0 ? "major" : "minor") + ','
                        + (chance.nextInt(3) == 0 ? "alleged," : "verified," + when) + ",记录" + i + '\n');
            }
        }
    }

    private void requests() throws IOException {
        SplittableRandom chance = new SplittableRandom(22);
        try (BufferedWriter out = company.open("requests");
                BufferedWriter cooperations = company.open("cooperations")) {
            for (int i = 0, rows = company.people() * 12; i < rows; i++) {
                int person = company.somebody(chance, 1, 14);
                String month = month(chance);
                int day = 1 + chance.nextInt(20);
                boolean research = chance.nextInt(10) < 4;
                String hospital = company.hospital(chance, person);
                out.write(number('R', i, 7) + ',' + employee(person) + ',' + hospital
                        + ",术中耗材规格," + department(chance) + ',' + day(month, day)
                        + " 10:00,"
                        + (chance.nextInt(50) == 0 ? "" : day(month, day + chance.nextInt(5)) + " 17:00")
                        + (research ? ",yes," + day(month, day + chance.nextInt(6)) + " 18:00\n" : ",no,\n"));
                if (i % 12 == 0) {
                    cooperations.write(number('J', i, 7) + ',' + employee(person) + ',' + hospital + ','
                            + day(month, day) + ",joint_research\n");
                }
            }
        }
    }

    private void trials() throws IOException {
        SplittableRandom chance = new SplittableRandom(23);
        try (BufferedWriter out = company.open("trials")) {
            for (int i = 0, rows = company.people() * 2; i < rows; i++) {
                int person = company.somebody(chance, 10, 14);
                String month = month(chance);
                out.write(number('T', i, 7) + ',' + employee(person) + ','
                        + company.hospital(chance, person) + ','
                        + number('P', 150 + chance.nextInt(50), 3)
                        + ",2026-06-01," + day(month, 1 + chance.nextInt(14)) + ','
                        + day(month, 15 + chance.nextInt(14))
                        + (chance.nextInt(10) < 4 ? ",converted\n" : ",declined\n"));
            }
        }
    }

    private void service() throws IOException {
        SplittableRandom chance = new SplittableRandom(24);
        try (BufferedWriter out = company.open("dealer_service")) {
            for (int i = 0, rows = company.people() * 3; i < rows; i++) {
                int person = company.somebody(chance, 15, 19);
                int planned = chance.nextInt(1, 6);
                out.write(number('S', i, 7) + ',' + someDay(chance) + ','
                        + number('C', person * 6 + 5, 7) + ',' + employee(person) + ','
                        + chance.nextInt(2, 6) + ",0.0" + chance.nextInt(10, 90) + ',' + chance.nextInt(2, 11) + ','
                        + planned
                        + ',' + chance.nextInt(planned + 1) + '\n');
            }
        }
    }

    private void learning() throws IOException {
        SplittableRandom chance = new SplittableRandom(25);
        try (BufferedWriter exams = company.open("exams");
                BufferedWriter policy = company.open("policy_work")) {
            int number = 0;
            for (int person = 0; person < company.people(); person++) {
                String who = employee(person);
                for (String month : new String[] {"2026-05", "2026-08"}) {
                    int score = chance.nextInt(55, 101);
                    String when = day(month, 1 + chance.nextInt(28));
                    exams.write(
                            number('X', ++number, 7) + ',' + who + ',' + when + ",defence,P001," + score + ",yes\n");
                    policy.write(number('L', number, 7) + ',' + who + ',' + when + ",note," + score + '\n');
                    if (chance.nextBoolean()) {
                        policy.write(number('K', number, 7) + ',' + who + ',' + when + ",report," + score + '\n');
                    }
                }
                boolean passed = chance.nextInt(10) > 0;
                if (track(person).equals("innovation")) {
                    exams.write(number('X', ++number, 7) + ',' + who + ",2026-03-01,certification,P190,"
                            + (passed ? "80,yes\n" : "50,no\n"));
                }
            }
        }
    }

    private void mentoring() throws IOException {
        try (BufferedWriter out = company.open("mentoring")) {
            for (int team = 0; team < company.people() / 20; team++) {
                out.write(number('W', team, 5) + ',' + employee(team * 20 + 1) + ',' + employee(team * 20 + 9)
                        + ",business,2026-01-05,\n");
            }
        }
    }

    private static String someDay(SplittableRandom chance) {
        return day(month(chance), 1 + chance.nextInt(28));
    }
}
