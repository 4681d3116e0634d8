package dev.steelyard.sample;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The planted stories, each in a fixed person; the README of the samples says what to expect of each. */
final class SampleStories {

    private final Map<String, Person> people;

    SampleStories(Map<String, Person> people) {
        this.people = people;
    }

    /** Sets how the people of the stories work, before their facts are written. */
    void prepare() {
        tiesAndTalents();
        sales();
        innovators();
        joinersAndLeavers();
        SampleChanges.prepare(people);
    }

    private void tiesAndTalents() {
        Person twin = people.get("E0103");
        set("E0104", p -> {
            p.seed = twin.seed;
            p.quality = twin.quality;
            p.hired = twin.hired;
            p.regular = twin.regular;
            p.trackSince = twin.trackSince;
            p.salary = twin.salary;
        });
        set("E0101", p -> p.quality = 96);
        set("E0106", p -> p.quality = 72);
        set("E0107", p -> p.quality = 64);
        set("E0108", p -> p.ordinaryCertifications = false);
        set("E0109", p -> p.septemberAnswers = 4);
        for (String id : List.of("E0406", "E0702", "E0704", "E0708")) {
            set(id, p -> {
                p.spotless = true;
                p.quality = 100;
            });
        }
        set("E0707", p -> p.ordinaryMaterials = false);
    }

    private void sales() {
        set("E0105", p -> {
            p.quality = 80;
            p.septemberSales = 400_000;
            p.septemberTarget = 400_000;
        });
        set("E0703", p -> {
            p.septemberSales = 420_000;
            p.septemberTarget = 500_000;
        });
        set("E0705", p -> {
            p.septemberSales = 300_000;
            p.septemberTarget = 300_000;
        });
        set("E0710", p -> {
            p.septemberSales = 0;
            p.septemberTarget = 200_000;
        });
        set("E0303", p -> p.septemberTarget = 400_000);
        for (String id : List.of("E0208", "E0405", "E0606", "E0803")) {
            set(id, p -> p.septemberTarget = 0);
        }
    }

    private void innovators() {
        set("E0203", p -> {
            p.quality = 40;
            p.trackSince = "2026-06-15";
            p.departments = 2;
            p.ordinaryTrials = false;
        });
        set("E0204", p -> p.ordinaryTrials = false);
        set("E0205", p -> p.ordinaryTrials = false);
        set("E0206", p -> p.ordinaryCertifications = false);
        set("E0207", p -> p.ordinaryCertifications = false);
    }

    private void joinersAndLeavers() {
        set("E0110", p -> {
            p.hired = "2025-11-03";
            p.regular = "2026-02-01";
            p.trackSince = "2025-11-03";
            p.sellsFrom = "2026-04";
        });
        set("E0409", p -> p.left = "2026-09-15");
        set("E0411", p -> p.left = "2026-08-31");
        set("E0410", p -> {
            p.hired = "2026-09-16";
            p.regular = "";
            p.trackSince = "2026-09-16";
        });
    }

    /** Adds the rows that tell the stories. */
    void tell(Company company, SampleMarket market, SampleWork work) {
        events(company);
        orders(company, market);
        trials(company, market);
        work.certification(people.get("E0108"), "2026-08-12", "P15", 48);
        work.certification(people.get("E0206"), "2025-12-10", "P11", 88);
        work.certification(people.get("E0207"), "2025-12-11", "P11", 81);
        work.certification(people.get("E0207"), "2026-04-10", "P14", 52);
        work.certification(people.get("E0207"), "2026-05-20", "P14", 79);
        for (int i = 0; i < 4; i++) {
            company.add("materials", company.next("M"), "E0707", "2026-09-1" + i, i < 3 ? "approved" : "rejected");
        }
        for (int i = 1; i <= 8; i++) {
            company.add("enablement", company.next("N"), "E0702", "2026-09-0" + i, "training", "");
        }
        company.add("enablement", company.next("N"), "E0702", "2026-09-14", "suggestion", "yes");
        company.add("enablement", company.next("N"), "E0702", "2026-09-15", "suggestion", "yes");
        company.add("enablement", company.next("N"), "E0702", "2026-09-16", "suggestion", "no");
        company.add("mentoring", "MP001", "E0101", "E0110", "business", "2026-02-01", "");
        company.add("mentoring", "MP002", "E0101", "E0110", "compliance", "2026-02-01", "2026-08-01");
        company.add("mentoring", "MP003", "E0401", "E0410", "business", "2026-09-16", "");
        new SampleChanges(people, company).tell(market);
    }

    private static void events(Company company) {
        String[] events = {
            "EV001 2026-08-30 E0105 bribery veto verified 2026-09-16 银行流水与谈话笔录",
            "EV002 2026-09-08 E0106 bribery veto alleged - 匿名举报，调查中",
            "EV003 2026-05-11 E0107 bribery veto verified 2026-06-20 审计报告2026-17",
            "EV004 2026-09-28 E0407 illegal_promotion_complaint veto verified 2026-10-09 医院投诉函",
            "EV005 2026-09-03 E0407 gift_meeting major dismissed 2026-09-10 会议签到核实无误",
            "EV006 2026-09-02 E0406 academic_promotion major verified 2026-09-10 未备案科室会",
            "EV007 2026-09-05 E0704 material major verified 2026-09-11 使用过期彩页",
            "EV008 2026-09-07 E0704 visit_record minor verified 2026-09-12 补录拜访",
            "EV009 2026-09-04 E0708 customer_data major verified 2026-09-18 客户名单外发",
            "EV010 2026-08-19 E0501 regulator_notice major verified 2026-08-26 监管通报2026-04",
            "EV011 2026-09-09 E0803 bribery veto verified 2026-09-21 合规部调查报告",
            "EV012 2026-09-15 E0201 visit_record minor verified 2026-09-22 两次拜访缺签到",
            "EV013 2026-08-05 E0304 other minor verified 2026-08-14 费用单据缺附件"
        };
        for (String event : events) {
            String[] v = event.split(" ");
            company.add("compliance_events", v[0], v[1], v[2], v[3], v[4], v[5], v[6].equals("-") ? "" : v[6], v[7]);
        }
    }

    private void orders(Company company, SampleMarket market) {
        String customer = market.hospitals("华东", true, 3, 1).get(0).id();
        company.add(
                "orders", company.next("202603"), "2026-03-18", "E0110", customer, "P03", "4", "52000.00", "31000.00");
        String south = market.hospitals("华南", false, 3, 1).get(0).id();
        company.add("orders", company.next("202609"), "2026-09-04", "E0710", south, "P05", "2", "20000.00", "12000.00");
        company.add(
                "orders", company.next("202609"), "2026-09-22", "E0710", south, "P05", "-5", "-50000.00", "-30000.00");
    }

    private static void trials(Company company, SampleMarket market) {
        String early = market.hospitals("华东", true, 0, 1).get(0).id();
        for (int i = 0; i < 4; i++) {
            String decided = "2026-09-1" + i;
            company.add(
                    "trials",
                    company.next("T"),
                    "E0203",
                    early,
                    "P12",
                    "2026-08-03",
                    "2026-09-0" + (i + 1),
                    decided,
                    "declined");
        }
        milestone(company, market, "E0204", 8);
        milestone(company, market, "E0205", 18);
        // neither a hospital seen before nor one below 3A is a step towards the milestone
        String known = market.top().get(0).id();
        String small = market.hospitals("华东", false, 0, 1).get(0).id();
        company.add("trials", company.next("T"), "E0204", known, "P15", "2026-08-10", "2026-09-25", "", "");
        company.add("trials", company.next("T"), "E0204", small, "P15", "2026-08-10", "2026-09-25", "", "");
    }

    /** So many 3A hospitals in the first half year, one more in August and one more in September. */
    private static void milestone(Company company, SampleMarket market, String id, int before) {
        for (int i = 0; i < before; i++) {
            String month = "2026-0" + (1 + i * 6 / before);
            company.add(
                    "trials",
                    company.next("T"),
                    id,
                    market.top().get(i).id(),
                    "P12",
                    month + "-02",
                    month + "-24",
                    month + "-28",
                    i % 3 == 0 ? "converted" : "declined");
        }
        company.add(
                "trials",
                company.next("T"),
                id,
                market.top().get(before).id(),
                "P15",
                "2026-07-06",
                "2026-08-20",
                "2026-08-28",
                "converted");
        company.add(
                "trials",
                company.next("T"),
                id,
                market.top().get(before + 1).id(),
                "P16",
                "2026-08-11",
                "2026-09-22",
                "2026-09-29",
                "converted");
    }

    private void set(String id, Consumer<Person> change) {
        change.accept(people.get(id));
    }
}
