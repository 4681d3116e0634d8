package dev.steelyard.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The people of the sample company: 8 teams in 3 regions. */
final class SampleRoster {

    static final List<String> REGIONS = List.of("华东", "华北", "华南");

    /** Team, region and the track of each member. */
    private static final String[] TEAMS = {
        "T01 华东 MMMMMMMMMM", "T02 华东 IIIIIIIII", "T03 华东 DDDDDDDDD",
        "T04 华北 MMMMMMMMMMM", "T05 华北 IIIIIMMMM", "T06 华北 DDDDDDDD",
        "T07 华南 MMMMMMMMMM", "T08 华南 MMMMIIIDDD"
    };

    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
    private static final String GIVEN =
            "建国 雨桐 子轩 欣怡 浩然 梓涵 志强 丽娟 俊杰 晓燕 文博 思远 佳宁 国栋 秀英 明哲 若曦 天佑 静怡 海涛 诗琪 永刚 雪梅 嘉豪 婉清 立新 春花 泽宇 可欣 振华 玉兰 一鸣 慧敏 长青 梦洁 卫东 小芳 启航 舒雅 德明";

    private final Map<String, Person> people = new LinkedHashMap<>();
    private final String[] given = GIVEN.split(" ");
    private int count;

    private SampleRoster() {}

    /** Everybody by employee_id, in the order of the roster. */
    static Map<String, Person> people() {
        SampleRoster roster = new SampleRoster();
        for (String team : TEAMS) {
            roster.team(team.split(" "));
        }
        roster.managers();
        roster.add("E0890", "", "T08", "华南", 60);
        return roster.people;
    }

    private void team(String[] team) {
        String number = team[0].substring(1);
        add("E" + number + "00", "manager", team[0], team[1], 60);
        if (number.equals("01") || number.equals("08")) {
            add("E" + number + "80", "manager", team[0], team[1], 60);
        }
        for (int i = 1; i <= team[2].length(); i++) {
            String track =
                    switch (team[2].charAt(i - 1)) {
                        case 'M' -> "mature";
                        case 'I' -> "innovation";
                        default -> "dealer";
                    };
            // 17 is prime to 101: the members of a team spread over the whole range
            add("E" + number + (i < 10 ? "0" : "") + i, track, team[0], team[1], (i * 17 + count * 3) % 101);
        }
    }

    private void add(String id, String track, String team, String region, int quality) {
        Person person = new Person(id, name(count), track, team, region);
        person.seed = count++;
        person.quality = quality;
        SplittableRandom chance = person.chance(0);
        int year = 2017 + chance.nextInt(7);
        int month = 1 + chance.nextInt(6);
        person.hired = year + "-0" + month + "-" + (10 + chance.nextInt(18));
        person.regular = year + "-" + (month < 4 ? "0" : "1") + (month < 4 ? month + 6 : month - 4) + "-15";
        person.trackSince = person.hired;
        person.salary = (track.equals("manager") ? 180 : 90 + chance.nextInt(60)) * 100;
        person.manager = id.endsWith("00") || id.endsWith("80") ? "E0880" : id.substring(0, 3) + "00";
        people.put(id, person);
    }

    /** Surnames and given names repeat after forty people; then the pairs shift by one. */
    private String name(int number) {
        return SURNAMES.charAt(number * 7 % SURNAMES.length())
                + given[(number * 11 + number / given.length) % given.length];
    }

    private void managers() {
        people.get("E0880").manager = "";
        people.get("E0880").leads = "T07;T08";
        people.get("E0600").leads = "华北";
    }
}
