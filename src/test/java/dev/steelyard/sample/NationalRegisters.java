package dev.steelyard.sample;

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
                String who = NationalCompany.employee(company.somebody(chance, 1, 19));
                String when = someDay(chance);
                materials.write(NationalCompany.number('M', i, 7)
                        + ','
                        + who
                        + ','
                        + when
                        + ','
                        + (chance.nextInt(100) < 90 ? "approved" : "rejected")
                        + '\n');
                gifts.write(NationalCompany.number('G', i, 7) + ',' + who + ',' + when + ",meeting,"
                        + chance.nextInt(500, 4_000) + ',' + NationalCompany.yes(chance, 96) + '\n');
                if (i % 6 == 0) {
                    training.write(NationalCompany.number('N', i, 7) + ',' + who + ',' + when + ",training,\n");
                    int person = company.somebody(chance, 1, 14);
                    proposals.write(NationalCompany.number('F', i, 7) + ',' + NationalCompany.employee(person) + ','
                            + company.hospital(chance, person) + ',' + when + ",,no\n");
                }
            }
        }
        try (BufferedWriter events = company.open("compliance_events")) {
            String[] kinds = {"visit_record", "material", "other", "gift_meeting"};
            for (int i = 0; i < people / 20; i++) {
                String when = someDay(chance);
                boolean veto = chance.nextInt(40) == 0;
                events.write(NationalCompany.number('X', i, 6) + ',' + when + ','
                        + NationalCompany.employee(company.somebody(chance, 1, 19)) + ','
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
                String month = NationalCompany.month(chance);
                int day = 1 + chance.nextInt(20);
                boolean research = chance.nextInt(10) < 4;
                String hospital = company.hospital(chance, person);
                out.write(NationalCompany.number('R', i, 7) + ',' + NationalCompany.employee(person) + ',' + hospital
                        + ",术中耗材规格," + NationalCompany.department(chance) + ',' + NationalCompany.day(month, day)
                        + " 10:00,"
                        + (chance.nextInt(50) == 0
                                ? ""
                                : NationalCompany.day(month, day + chance.nextInt(5)) + " 17:00")
                        + (research
                                ? ",yes," + NationalCompany.day(month, day + chance.nextInt(6)) + " 18:00\n"
                                : ",no,\n"));
                if (i % 12 == 0) {
                    cooperations.write(NationalCompany.number('J', i, 7) + ',' + NationalCompany.employee(person) + ','
                            + hospital + ',' + NationalCompany.day(month, day) + ",joint_research\n");
                }
            }
        }
    }

    private void trials() throws IOException {
        SplittableRandom chance = new SplittableRandom(23);
        try (BufferedWriter out = company.open("trials")) {
            for (int i = 0, rows = company.people() * 2; i < rows; i++) {
                int person = company.somebody(chance, 10, 14);
                String month = NationalCompany.month(chance);
                out.write(NationalCompany.number('T', i, 7) + ',' + NationalCompany.employee(person) + ','
                        + company.hospital(chance, person) + ','
                        + NationalCompany.number('P', 150 + chance.nextInt(50), 3)
                        + ",2026-06-01," + NationalCompany.day(month, 1 + chance.nextInt(14)) + ','
                        + NationalCompany.day(month, 15 + chance.nextInt(14))
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
                out.write(NationalCompany.number('S', i, 7) + ',' + someDay(chance) + ','
                        + NationalCompany.number('C', person * 6 + 5, 7) + ',' + NationalCompany.employee(person) + ','
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
                String who = NationalCompany.employee(person);
                for (String month : new String[] {"2026-05", "2026-08"}) {
                    int score = chance.nextInt(55, 101);
                    String when = NationalCompany.day(month, 1 + chance.nextInt(28));
                    exams.write(NationalCompany.number('X', ++number, 7) + ',' + who + ',' + when + ",defence,P001,"
                            + score + ",yes\n");
                    policy.write(
                            NationalCompany.number('L', number, 7) + ',' + who + ',' + when + ",note," + score + '\n');
                    if (chance.nextBoolean()) {
                        policy.write(NationalCompany.number('K', number, 7) + ',' + who + ',' + when + ",report,"
                                + score + '\n');
                    }
                }
                boolean passed = chance.nextInt(10) > 0;
                if (NationalCompany.track(person).equals("innovation")) {
                    exams.write(NationalCompany.number('X', ++number, 7) + ',' + who + ",2026-03-01,certification,P190,"
                            + (passed ? "80,yes\n" : "50,no\n"));
                }
            }
        }
    }

    private void mentoring() throws IOException {
        try (BufferedWriter out = company.open("mentoring")) {
            for (int team = 0; team < company.people() / 20; team++) {
                out.write(NationalCompany.number('W', team, 5) + ',' + NationalCompany.employee(team * 20 + 1) + ','
                        + NationalCompany.employee(team * 20 + 9) + ",business,2026-01-05,\n");
            }
        }
    }

    private static String someDay(SplittableRandom chance) {
        return NationalCompany.day(NationalCompany.month(chance), 1 + chance.nextInt(28));
    }
}
