package dev.steelyard.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Products, customers and the market of the sample company. */
final class SampleMarket {

    record Customer(String id, String kind, String grade, String region) {
        boolean is3a() {
            return grade.equals("3A");
        }
    }

    static final List<String> MATURE = List.of("P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09", "P10");

    /** Innovative products on sale during all fifteen months; P11, P13 and P14 came later. */
    static final List<String> LONG_SOLD = List.of("P12", "P15", "P16");

    private static final String[] PRODUCTS = {
        "骨科接骨板系统 2015-04-01", "骨科可吸收螺钉 2017-09-10", "关节置换假体 2016-03-15", "心血管药物球囊 2018-06-01",
        "心血管导引导丝 2014-11-20", "外周血管支架 2019-02-28", "凝血检测试剂 2016-08-08", "化学发光试剂盒 2018-01-05",
        "超声刀头 2017-05-17", "腔镜吻合器 2015-12-01", "可降解封堵器 2025-11-18", "智能骨科导航 2024-05-06",
        "微创电生理导管 2026-09-10", "床旁血栓弹力图仪 2026-03-01", "人工韧带 2025-03-12", "三维打印椎间融合器 2023-10-10"
    };

    private static final String[] LINES = {"骨科", "心血管", "体外诊断", "微创外科"};

    /** The line of each product. */
    private static final String LINE_OF = "0001112233101200";

    private static final String[] CITIES = {"云泽", "青岚", "临河", "东屿", "望江", "明溪", "北川口", "松原岭", "长汀湾", "石桥", "凤栖", "白鹭洲"};
    private static final String[] HOSPITALS = {"市第一人民医院", "市中心医院", "大学附属医院", "市中医院", "市妇幼保健院", "县人民医院"};

    private final List<Customer> customers = new ArrayList<>();

    /** Writes both registers and the published market shares. */
    void write(Company company) {
        for (int i = 0; i < PRODUCTS.length; i++) {
            String[] product = PRODUCTS[i].split(" ");
            String id = (i < 9 ? "P0" : "P") + (i + 1);
            String line = LINES[LINE_OF.charAt(i) - '0'];
            company.add("products", id, product[0], line, i < 10 ? "mature" : "innovative", product[1]);
        }
        SplittableRandom chance = new SplittableRandom(31);
        for (int r = 0; r < SampleRoster.REGIONS.size(); r++) {
            for (int i = 1; i <= 32; i++) {
                customer(company, r, i, chance);
            }
        }
        shares(company);
    }

    private void customer(Company company, int r, int i, SplittableRandom chance) {
        String region = SampleRoster.REGIONS.get(r);
        String id = "C" + (r + 1) + (i < 10 ? "00" : "0") + i;
        String city = CITIES[(r * 4 + i) % CITIES.length];
        String kind = i <= 22 ? "public_hospital" : i <= 27 ? "private_hospital" : "dealer";
        String grade = i <= 12 ? "3A" : i <= 18 ? "3B" : i <= 22 ? "2A" : i <= 25 ? "3B" : "";
        String name =
                switch (kind) {
                    case "public_hospital" -> city + HOSPITALS[(i - 1) / 4] + (i > 12 ? "（" + region + "）" : "");
                    case "private_hospital" -> city + "和康医院" + i;
                    default -> city + "医疗器械有限公司" + i;
                };
        if (id.equals("C2021")) {
            name = "㵑江县中医院"; // a character that GBK does not have
        }
        String potential = new String[] {"high", "medium", "low"}[chance.nextInt(3)];
        company.add("customers", id, name, kind, grade, region, potential);
        customers.add(new Customer(id, kind, grade, region));
    }

    /** Monthly until August, monthly until July only, quarters only. */
    private static void shares(Company company) {
        String[] east = {"0.188", "0.19", "0.192", "0.191", "0.195", "0.198", "0.2", "0.21"};
        String[] north = {"0.16", "0.158", "0.155", "0.152", "0.151", "0.15", "0.147"};
        for (int month = 1; month <= east.length; month++) {
            company.add("market_share", "2026-0" + month, "华东", east[month - 1]);
        }
        for (int month = 1; month <= north.length; month++) {
            company.add("market_share", "2026-0" + month, "华北", north[month - 1]);
        }
        company.add("market_share", "2025-Q4", "华南", "0.104");
        company.add("market_share", "2026-Q1", "华南", "0.1");
        company.add("market_share", "2026-Q2", "华南", "0.092");
    }

    /** The first hospitals of that grade in the region, from a place on, turning round. */
    List<Customer> hospitals(String region, boolean top, int from, int count) {
        List<Customer> all = customers.stream()
                .filter(c -> c.region().equals(region) && !c.kind().equals("dealer") && c.is3a() == top)
                .toList();
        List<Customer> picked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            picked.add(all.get((from + i) % all.size()));
        }
        return picked;
    }

    String dealer(String region, int number) {
        List<Customer> all = customers.stream()
                .filter(c -> c.region().equals(region) && c.kind().equals("dealer"))
                .toList();
        return all.get(number % all.size()).id();
    }

    /** All 3A hospitals of the country. */
    List<Customer> top() {
        return customers.stream().filter(Customer::is3a).toList();
    }
}
