package dev.steelyard.sample;

import dev.steelyard.sample.XlsxBook.As;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The sample company's workbooks: titles, merged cells, totals, and every kind of cell that people make. */
final class SampleBooks {

    private final Company company;

    SampleBooks(Company company) {
        this.company = company;
    }

    void addTo(Map<String, byte[]> files) {
        files.put("花名册.xlsx", roster());
        files.put("目标_团队与大区.xlsx", teamTargets());
        files.put("销售明细(2026-09).xlsx", septemberOrders());
        files.put("市场份额.xlsx", book("市场份额", false, Layout.chinese("market_share"), c -> kind(c, As.DATE)));
        files.put("经销商进货.xlsx", sellIn());
        files.put("合规事件.xlsx", events());
        files.put("渠道服务.xlsx", service());
        files.put("知识考核.xlsx", exams());
        files.put("请假.xlsx", book("请假单", false, Layout.chinese("leave").reversed(), c -> kind(c, As.CHINESE_DATE)));
        files.put(
                "委员会校准.xlsx",
                book("校准", false, Layout.chinese("calibrations").reversed(), c -> kind(c, As.CHINESE_DATE_57)));
    }

    /** 12345.60 as 12,345.60. */
    static String thousands(String number) {
        int point = number.indexOf('.') < 0 ? number.length() : number.indexOf('.');
        StringBuilder shown = new StringBuilder(number);
        for (int at = point - 3; at > (number.startsWith("-") ? 1 : 0); at -= 3) {
            shown.insert(at, ',');
        }
        return shown.toString();
    }

    /** Region and team merged down, three kinds of dates. */
    private byte[] roster() {
        Layout layout = Layout.chinese("employees").first("region", "team").with("备注");
        XlsxBook book = new XlsxBook("在职与离职", false)
                .texts(List.of("员工花名册"))
                .texts(List.of("截止日期：2026-09-30", "", "制表：人力资源部"))
                .merge(0, 0, 0, 13)
                .skipRow()
                .texts(layout.header());
        List<As> kinds = kinds(layout, c -> switch (c) {
            case "hire_date" -> As.CHINESE_DATE_31;
            case "regular_date" -> As.CHINESE_DATE;
            case "track_since" -> As.DATE_SLASH;
            default -> kind(c, As.DATE);
        });
        String[] open = {"", ""};
        int[] from = {book.nextRow(), book.nextRow()};
        for (List<String> row : company.rows("employees")) {
            List<String> shown = new ArrayList<>(layout.arrange(row, 0));
            for (int column = 0; column < 2; column++) {
                if (shown.get(column).equals(open[column])) {
                    shown.set(column, "");
                } else {
                    book.merge(from[column], Math.max(from[column], book.nextRow() - 1), column, column);
                    from[column] = book.nextRow();
                    open[column] = shown.get(column);
                }
            }
            book.row(shown, kinds);
        }
        for (int column = 0; column < 2; column++) {
            book.merge(from[column], book.nextRow() - 1, column, column);
        }
        return book.bytes();
    }

    private byte[] teamTargets() {
        Layout layout = Layout.chinese("targets").first("period");
        XlsxBook book = new XlsxBook("目标", false).texts(List.of("2026年三季度团队目标")).texts(layout.header());
        for (List<String> row : company.rows("targets")) {
            if (!row.get(0).equals("employee")) {
                As as = row.get(2).equals("share_attainment") ? As.PERCENT : As.MONEY;
                book.row(layout.arrange(row, 0), kinds(layout, c -> kind(c, as, As.DATE)));
            }
        }
        return book.bytes();
    }

    /** Amounts as text, costs as numbers with thousands, a subtotal each ten days and a total. */
    private byte[] septemberOrders() {
        Layout layout = Layout.chinese("orders").numbered();
        XlsxBook book = new XlsxBook("销售明细", false)
                .texts(List.of("2026年9月销售明细"))
                .merge(0, 0, 0, 8)
                .texts(layout.header());
        List<As> kinds = kinds(layout, c -> switch (c) {
            case "amount" -> As.TEXT;
            case "cost" -> As.MONEY;
            case "序号" -> As.NUMBER;
            default -> kind(c, As.CHINESE_DATE);
        });
        List<As> totalKinds =
                List.of(As.TEXT, As.TEXT, As.TEXT, As.TEXT, As.TEXT, As.TEXT, As.NUMBER, As.TEXT, As.MONEY);
        List<List<String>> rows = company.rows("orders").stream()
                .filter(r -> r.get(1).startsWith("2026-09"))
                .sorted(Comparator.comparing((List<String> r) -> r.get(1)).thenComparing(r -> r.get(0)))
                .toList();
        int number = 0;
        int begun = 0;
        for (List<String> row : rows) {
            if (number > 0 && !decade(row).equals(decade(rows.get(number - 1)))) {
                book.row(total("小计", rows.subList(begun, number)), totalKinds);
                begun = number;
            }
            book.row(layout.arrange(row, ++number), kinds);
        }
        book.row(total("小计", rows.subList(begun, number)), totalKinds);
        book.row(total("合计", rows), totalKinds);
        return book.bytes();
    }

    private static String decade(List<String> order) {
        return order.get(1).substring(8, 9);
    }

    private static List<String> total(String name, List<List<String>> orders) {
        return List.of(name, "", "", "", "", "", sum(orders, 5), sum(orders, 6), sum(orders, 7));
    }

    private static String sum(List<List<String>> rows, int column) {
        return rows.stream()
                .map(r -> new BigDecimal(r.get(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    /** Dates count from 1904; a total row that leaves the key blank. */
    private byte[] sellIn() {
        Layout layout = Layout.chinese("sell_in").first("date", "line_id");
        XlsxBook book = new XlsxBook("进货", true).texts(layout.header());
        List<As> kinds = kinds(layout, c -> c.equals("amount") ? As.MONEY : kind(c, As.DATE_SLASH));
        List<List<String>> rows = company.rows("sell_in");
        rows.forEach(row -> book.row(layout.arrange(row, 0), kinds));
        List<As> totalKinds = List.of(As.TEXT, As.TEXT, As.TEXT, As.TEXT, As.TEXT, As.NUMBER, As.MONEY);
        book.row(List.of("合计", "", "", "", "", sum(rows, 5), sum(rows, 6)), totalKinds);
        return book.bytes();
    }

    private byte[] events() {
        Layout layout = Layout.chinese("compliance_events").numbered();
        XlsxBook book = new XlsxBook("合规事件", false)
                .texts(List.of("合规事件登记表（内部）"))
                .skipRow()
                .texts(layout.header());
        List<As> kinds = kinds(layout, c -> switch (c) {
            case "verified_date" -> As.CHINESE_DATE_57;
            case "序号" -> As.NUMBER;
            default -> kind(c, As.CHINESE_DATE);
        });
        int number = 0;
        for (List<String> row : company.rows("compliance_events")) {
            book.row(layout.arrange(row, ++number), kinds);
        }
        List<String> undated = List.of("EV014", "2026-09-18", "E0102", "material", "minor", "verified", "", "彩页未送审");
        return book.row(layout.arrange(undated, ++number), kinds).bytes();
    }

    /** Stock-out rates as percent cells; a satisfaction of 6, and a rate of 3.5 that means 350 %. */
    private byte[] service() {
        Layout layout = Layout.chinese("dealer_service").rotated(1);
        XlsxBook book = new XlsxBook("渠道服务", false).texts(layout.header());
        List<As> kinds = kinds(layout, c -> kind(c, As.DATE));
        List<List<String>> rows = new ArrayList<>(company.rows("dealer_service"));
        rows.add(List.of("S900001", "2026-09-23", "C1028", "E0301", "6", "0.03", "4", "3", "3"));
        rows.add(List.of("S900002", "2026-09-24", "C1028", "E0301", "5", "3.5", "4", "3", "3"));
        rows.forEach(row -> book.row(layout.arrange(row, 0), kinds));
        return book.bytes();
    }

    /** Scores stored as text; one of 105. */
    private byte[] exams() {
        Layout layout = Layout.chinese("exams").rotated(2);
        XlsxBook book = new XlsxBook("成绩", false).texts(List.of("知识考核成绩")).texts(layout.header());
        List<As> kinds = kinds(layout, c -> c.equals("score") ? As.TEXT : kind(c, As.CHINESE_DATE_31));
        List<List<String>> rows = new ArrayList<>(company.rows("exams"));
        rows.add(List.of("X900001", "E0102", "2026-09-10", "defence", "P02", "105", "yes"));
        rows.forEach(row -> book.row(layout.arrange(row, 0), kinds));
        return book.bytes();
    }

    private byte[] book(String sheet, boolean from1904, Layout layout, Function<String, As> kind) {
        XlsxBook book = new XlsxBook(sheet, from1904).texts(layout.header());
        List<As> kinds = kinds(layout, kind);
        company.rows(layout.dataset().name()).forEach(row -> book.row(layout.arrange(row, 0), kinds));
        return book.bytes();
    }

    private static List<As> kinds(Layout layout, Function<String, As> kind) {
        return layout.order().stream().map(kind).toList();
    }

    static As kind(String column, As date) {
        return kind(column, As.NUMBER, date);
    }

    private static As kind(String column, As number, As date) {
        if (Vocabulary.isDate(column)) {
            return date;
        }
        if (Vocabulary.isDateTime(column)) {
            return As.DATE_TIME;
        }
        if (Vocabulary.isPercent(column)) {
            return As.PERCENT;
        }
        return Vocabulary.isNumber(column) ? number : As.TEXT;
    }
}
