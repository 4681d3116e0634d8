package dev.steelyard.sample;

import java.util.SplittableRandom;

/** Somebody of the sample company: the roster row, and how this person works. */
final class Person {

    final String id;
    final String name;
    final String track;
    final String team;
    final String region;
    String manager = "";
    String leads = "";
    String hired = "2021-03-01";
    String regular = "2021-09-01";
    String trackSince = "2021-03-01";
    String left = "";
    int salary = 12000;

    /** Who has the same seed and quality works in exactly the same way. */
    int seed;

    /** 0 poor to 100 excellent. */
    int quality = 60;

    /** Sales of mature products in September 2026 in yuan and nothing else; -1 leaves them to chance. */
    long septemberSales = -1;

    /** sales_amount (mature) or sell_in_attainment (dealer) target of September 2026: -1 by chance, 0 none. */
    long septemberTarget = -1;

    /** Survey answers of September 2026, -1 by chance. */
    int septemberAnswers = -1;

    /** Everything that compliance measures is perfect, and there is no enablement by chance. */
    boolean spotless;

    /** The target department visits of the third quarter that count, -1 by chance. */
    int departments = -1;

    /** False where a story tells all trials of the person. */
    boolean ordinaryTrials = true;

    /** False where a story tells all certification exams of the person. */
    boolean ordinaryCertifications = true;

    /** False where a story tells the materials of September 2026. */
    boolean ordinaryMaterials = true;

    /** The month from which on nothing is done by chance: the person is away. */
    String awayFrom = "";

    /** The first month with orders by chance. */
    String sellsFrom = "2025-07";

    Person(String id, String name, String track, String team, String region) {
        this.id = id;
        this.name = name;
        this.track = track;
        this.team = team;
        this.region = region;
    }

    /** Chance of one topic of this person; other topics do not move it. */
    SplittableRandom chance(int topic) {
        return new SplittableRandom(202609L * 1_000_003 + seed * 1009L + topic);
    }

    /** Whether the person was employed on some day of the month "2026-09". */
    boolean employedIn(String month) {
        return hired.substring(0, 7).compareTo(month) <= 0
                && (awayFrom.isEmpty() || awayFrom.compareTo(month) > 0)
                && (left.isEmpty() || left.substring(0, 7).compareTo(month) >= 0);
    }

    /** Whether the person was employed on the day. */
    boolean employedOn(String day) {
        return hired.compareTo(day) <= 0 && (left.isEmpty() || left.compareTo(day) >= 0);
    }
}
