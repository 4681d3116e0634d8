package dev.steelyard.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/** What the office keeps: the roster, team targets, committee decisions, appeals, review inputs and libraries. */
final class SampleRegisters {

    private final Company company;
    private final Map<String, Person> people;

    SampleRegisters(Company company, Map<String, Person> people) {
        this.company = company;
        this.people = people;
    }

    void write() {
        roster();
        shareTargets();
        profitTargets();
        decisions();
        appeals();
        review();
    }

    private void roster() {
        for (Person p : people.values()) {
            company.add(
                    "employees",
                    p.id,
                    p.name,
                    p.track,
                    p.team,
                    p.region,
                    p.manager,
                    p.leads,
                    p.hired,
                    p.regular,
                    p.track.isEmpty() ? "" : p.trackSince,
                    p.left,
                    p.salary,
                    "CC" + p.team.substring(1) + "00");
        }
    }

    /** By month, by quarter and by year; T03 and T06 fall back to their region, T08 has none at all. */
    private void shareTargets() {
        for (String month : new String[] {"2026-07", "2026-08", "2026-09"}) {
            company.add("targets", "team", "T01", "share_attainment", month, month.endsWith("9") ? "0.21" : "0.2");
            company.add("targets", "team", "T04", "share_attainment", month, "0.15");
            company.add("targets", "team", "T07", "share_attainment", month, "0.115");
        }
        company.add("targets", "team", "T02", "share_attainment", "2026-Q3", "0.2");
        company.add("targets", "team", "T05", "share_attainment", "2026-Q3", "0.14");
        company.add("targets", "region", "华北", "share_attainment", "2026-Q3", "0.175");
        company.add("targets", "region", "华东", "share_attainment", "2026", "0.25");
    }

    /** Odd teams end the quarter above their profit target, even ones below; T08 has none. */
    private void profitTargets() {
        Map<String, BigDecimal> profit = new TreeMap<>();
        people.values().forEach(p -> profit.put(p.team, new BigDecimal("100000")));
        for (var row : company.rows("orders")) {
            String day = row.get(1);
            if (day.compareTo("2026-07-01") >= 0 && day.compareTo("2026-09-30") <= 0) {
                BigDecimal margin = new BigDecimal(row.get(6)).subtract(new BigDecimal(row.get(7)));
                profit.merge(people.get(row.get(2)).team, margin, BigDecimal::add);
            }
        }
        profit.remove("T08");
        profit.forEach((team, sum) -> {
            BigDecimal share = new BigDecimal((team.charAt(2) - '0') % 2 == 1 ? "0.0008" : "0.0011");
            BigDecimal target = sum.multiply(share).setScale(0, RoundingMode.HALF_UP);
            company.add("targets", "team", team, "gross_profit", "2026-Q3", target + "000");
        });
        company.add("targets", "employee", "E0201", "sales_amount", "2026-Q3", "500000");
    }

    private void decisions() {
        calibration("D001", "2026-09-28", "E0703", "400000", "区域医院停诊两周", "陈总监;刘合规");
        calibration("D002", "2026-09-28", "E0705", "200000", "新品切换", "陈总监");
        calibration("D003", "2026-10-20", "E0701", "100000", "十月才决定", "陈总监;刘合规");
        calibration("D004", "2026-09-29", "E0709", "150000", "", "陈总监;刘合规");
        calibration("D005", "2026-09-29", "E0709", "160000", "同一人签两次", "陈总监;陈总监");
    }

    private void calibration(String id, String day, String employee, String target, String reason, String names) {
        company.add("calibrations", id, day, "employee", employee, "sales_amount", "2026-09", target, reason, names);
    }

    private void appeals() {
        appeal("A001 E0706 2026-09 response_time 响应系统停机三天 upheld 2026-10-10 set_value 1");
        appeal("A002 E0707 2026-09 material_approval 驳回件系重复提交 upheld 2026-10-10 add_points 30");
        appeal("A003 E0708 2026-09 EV009 名单系公开信息 upheld 2026-10-09 dismiss_event -");
        appeal("A004 E0709 2026-09 visit_record_completeness 签到设备故障 pending - set_value 1");
        appeal("A005 E0701 2026-09 nps 样本不具代表性 rejected 2026-10-11 set_value 0.7");
        appeal("A006 E0802 2026-09 gift_meeting_compliance 发票补交 upheld 2026-10-15 set_value 1");
        appeal("A007 E0502 2026-Q3 trial_conversion 医院推迟决定 upheld 2026-10-10 set_value 0.6");
    }

    private void appeal(String line) {
        String[] v = line.split(" ");
        boolean open = v[6].equals("-");
        company.add(
                "appeals",
                v[0],
                v[1],
                v[2],
                v[3],
                "2026-10-08 10:30",
                v[4],
                "附件" + v[0],
                v[5],
                open ? "" : v[6] + " 16:00",
                open ? "" : "绩效委员会",
                open ? "" : "见会议纪要",
                v[7],
                v[8].equals("-") ? "" : v[8]);
    }

    private void review() {
        String[] texts = {"跟台及时，", "主动分享\"心内科\"案例,很有帮助", "资料准备充分\n术前沟通到位", "谢谢支持"};
        for (int i = 1; i <= 24; i++) {
            String to = i <= 4 ? "E0101" : i <= 6 ? "E0102" : "E070" + (i % 9 + 1);
            company.add(
                    "feedback",
                    company.next("B"),
                    SampleSales.day("2026-09", i),
                    to,
                    i % 5 == 0 ? "suggestion" : "kudos",
                    texts[i % texts.length]);
        }
        String[] lines = {"骨科", "心血管", "体外诊断", "微创外科"};
        String[] sources = {"sales", "rd", "marketing"};
        for (int i = 1; i <= 18; i++) {
            company.add(
                    "insights",
                    company.next("I"),
                    SampleSales.day(i % 2 == 0 ? "2026-08" : "2026-09", i),
                    sources[i % 3],
                    i % 4 == 0 ? "竞品降价" : "术中耗材规格",
                    lines[i % 4],
                    "骨科",
                    "第" + i + "条，待复盘");
        }
        for (int i = 1; i <= 8; i++) {
            String due = i <= 3 ? "2026-09-20" : "2026-10-2" + i;
            company.add(
                    "actions",
                    company.next("K"),
                    "E0" + i + "00",
                    "提升高潜医院覆盖",
                    "每周新增两家高潜医院拜访",
                    due,
                    i == 2 ? "done" : "open",
                    i == 2 ? "拜访记录" : "");
        }
        for (int i = 0; i < 8; i++) {
            company.add(
                    "talk_tracks",
                    "TT" + (i + 1),
                    lines[i % 4],
                    i < 4 ? "骨科" : "心内科",
                    "先问临床痛点，再谈" + lines[i % 4] + "方案");
        }
        String[] indicators = {"nps", "response_time", "visit_record_completeness", "product_defence", "sell_through"};
        for (int i = 0; i < indicators.length; i++) {
            company.add("resources", "RS" + (i + 1), indicators[i], "提升课程" + (i + 1), "培训部 内线80" + i);
        }
    }
}
