package dev.steelyard.sample;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The sample company's CSV exports, each with the disorder of the system it comes from. */
final class SampleFiles {

    private final Company company;
    private final Map<String, byte[]> files = new TreeMap<>();

    SampleFiles(Company company) {
        this.company = company;
    }

    Map<String, byte[]> files() {
        orders();
        visits();
        market();
        dealers();
        complianceRecords();
        customerVoice();
        learning();
        office();
        changes();
        new SampleBooks(company).addTo(files);
        return files;
    }

    private void orders() {
        CsvText year2025 = new CsvText(',', "\r\n")
                .line("销售明细导出")
                .line("期间：2025-07 至 2025-12；币种：人民币")
                .line("");
        rows(year2025, Layout.chinese("orders").slashDates(), r -> r.get(1).startsWith("2025"));
        files.put("销售明细_2025.csv", year2025.bytes(CsvText.GB18030, false));

        CsvText year2026 = new CsvText(',', "\n");
        Layout thousands = Layout.english("orders").rotated(3).with("remark");
        year2026.row(thousands.header());
        for (List<String> row :
                select("orders", r -> r.get(1).startsWith("2026") && r.get(1).compareTo("2026-09") < 0)) {
            List<String> shown = new ArrayList<>(row);
            shown.set(6, accounting(row.get(6)));
            shown.set(7, accounting(row.get(7)));
            year2026.row(thousands.arrange(shown, 0));
        }
        files.put("orders-2026-01_08.csv", year2026.bytes(UTF_8, false));

        CsvText late = new CsvText(';', "\r\n").row(Layout.chinese("orders").header());
        BadRows.LATE_ORDERS.lines().forEach(late::line);
        files.put("销售明细_补录.csv", late.bytes(UTF_8, true));

        CsvText erp = new CsvText(';', "\r\n");
        List<String> header = new ArrayList<>(Layout.chinese("orders").header());
        header.add("原订单行号");
        erp.row(header);
        SampleChanges.ERP_ORDERS.lines().forEach(erp::line);
        files.put("销售明细_ERP.csv", erp.bytes(CsvText.GB18030, false));
    }

    private void visits() {
        CsvText july = new CsvText(',', "\r\n");
        Layout slashed = Layout.chinese("visits").slashDates();
        july.row(slashed.header());
        int number = 0;
        for (List<String> row : select("visits", r -> r.get(1).startsWith("2026-07"))) {
            if (++number == 40) {
                july.line(BadRows.UNCLOSED_QUOTE);
            }
            if (number == 300) {
                BadRows.JULY_VISITS.lines().forEach(july::line);
            }
            july.row(slashed.arrange(row, 0));
        }
        files.put("拜访记录_2026-07.csv", july.bytes(UTF_8, true));
        put(
                "visits_2026-08.csv",
                new CsvText('\t', "\n"),
                Layout.english("visits").reversed(),
                r -> r.get(1).startsWith("2026-08"));
        CsvText september = new CsvText(',', "\r\n");
        rows(september, Layout.chinese("visits").rotated(2).slashDates(), r -> r.get(1)
                .startsWith("2026-09"));
        files.put("拜访记录_2026-09.csv", september.bytes(CsvText.GB18030, false));
    }

    private void market() {
        chinese("产品.csv", Layout.chinese("products").chineseDates());
        chinese("客户.csv", Layout.chinese("customers").rotated(1).with("备注"));
        put("trials.csv", new CsvText(',', "\n"), Layout.english("trials"), r -> true);
        CsvText targets = new CsvText(',', "\n");
        Layout layout = Layout.english("targets");
        targets.row(layout.header());
        for (List<String> row : select("targets", r -> r.get(0).equals("employee"))) {
            List<String> shown = new ArrayList<>(row);
            shown.set(4, SampleBooks.thousands(row.get(4)));
            targets.row(layout.arrange(shown, 0));
        }
        BadRows.TARGETS.lines().forEach(targets::line);
        files.put("targets.csv", targets.bytes(UTF_8, false));
    }

    private void dealers() {
        CsvText out = new CsvText('\t', "\r\n");
        rows(out, Layout.chinese("sell_out").slashDates(), r -> true);
        BadRows.SELL_OUT.lines().forEach(line -> out.line(line.replace(' ', '\t')));
        files.put("经销商出货.csv", out.bytes(UTF_16LE, true));
        chinese("医院采购.csv", Layout.chinese("hospital_purchases").reversed().slashDates());
    }

    private void complianceRecords() {
        chinese("推广资料审批.csv", Layout.chinese("materials").slashDates());
        Layout layout = Layout.chinese("gifts_meetings").rotated(1);
        CsvText gifts = new CsvText(',', "\r\n").row(layout.header());
        for (List<String> row : company.rows("gifts_meetings")) {
            List<String> shown = new ArrayList<>(row);
            shown.set(4, fullWidth(row.get(4)));
            gifts.row(layout.arrange(shown, 0));
        }
        files.put("礼品会议.csv", gifts.bytes(UTF_8, true));
        put("enablement.csv", new CsvText(',', "\n"), Layout.english("enablement"), r -> true);
    }

    private void customerVoice() {
        CsvText survey = new CsvText(',', "\r\n").line("客户满意度调研明细（匿名）").line("");
        rows(survey, Layout.chinese("nps").slashDates(), r -> true);
        BadRows.SURVEY.lines().forEach(survey::line);
        files.put("客户调研.csv", survey.bytes(CsvText.GB18030, false));
        CsvText requests = new CsvText(',', "\r\n");
        rows(requests, Layout.chinese("requests"), r -> true);
        BadRows.REQUESTS.lines().forEach(requests::line);
        files.put("临床需求.csv", requests.bytes(UTF_8, true));
        put("cooperations.csv", new CsvText(';', "\n"), Layout.english("cooperations"), r -> true);
        marked("方案.csv", Layout.chinese("proposals").slashDates());
    }

    private void learning() {
        put(
                "policy_work.csv",
                new CsvText(',', "\n"),
                Layout.english("policy_work").reversed(),
                r -> true);
        chinese("导师带教.csv", Layout.chinese("mentoring").chineseDates());
    }

    private void office() {
        marked("同事反馈.csv", Layout.chinese("feedback"));
        chinese("复盘输入.csv", Layout.chinese("insights").slashDates());
        marked("行动项.csv", Layout.chinese("actions"));
        marked("话术库.csv", Layout.chinese("talk_tracks"));
        put("resources.csv", new CsvText(',', "\n"), Layout.english("resources"), r -> true);
        CsvText appeals = new CsvText(',', "\r\n");
        rows(appeals, Layout.chinese("appeals").slashDates(), r -> true);
        files.put("申诉.csv", appeals.bytes(CsvText.GB18030, false));
    }

    private void changes() {
        chinese("任职记录.csv", Layout.chinese("assignments").chineseDates());
        marked("分单.csv", Layout.chinese("splits").slashDates());
        chinese("客户归属.csv", Layout.chinese("customer_assignments").rotated(1).slashDates());
        put("price_events.csv", new CsvText(',', "\n"), Layout.english("price_events"), r -> true);
        marked("手工调整.csv", Layout.chinese("adjustments"));
    }

    /** -6000.00 as (6,000.00), 12345.60 as 12,345.60. */
    private static String accounting(String number) {
        return number.startsWith("-")
                ? "(" + SampleBooks.thousands(number.substring(1)) + ")"
                : SampleBooks.thousands(number);
    }

    /** Digits as a Chinese keyboard writes them in full width, for amounts that end in 7. */
    private static String fullWidth(String number) {
        return number.endsWith("7")
                ? number.chars()
                        .map(c -> c - '0' + '０')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : number;
    }

    /** GB18030 with the line ends of Windows. */
    private void chinese(String file, Layout layout) {
        CsvText text = new CsvText(',', "\r\n");
        rows(text, layout, r -> true);
        files.put(file, text.bytes(CsvText.GB18030, false));
    }

    /** UTF-8 with its mark. */
    private void marked(String file, Layout layout) {
        CsvText text = new CsvText(',', "\r\n");
        rows(text, layout, r -> true);
        files.put(file, text.bytes(UTF_8, true));
    }

    /** UTF-8 without a mark. */
    private void put(String file, CsvText text, Layout layout, Predicate<List<String>> which) {
        rows(text, layout, which);
        files.put(file, text.bytes(UTF_8, false));
    }

    private void rows(CsvText text, Layout layout, Predicate<List<String>> which) {
        text.row(layout.header());
        for (List<String> row : select(layout.dataset().name(), which)) {
            text.row(layout.arrange(row, 0));
        }
    }

    private List<List<String>> select(String dataset, Predicate<List<String>> which) {
        return company.rows(dataset).stream().filter(which).toList();
    }
}
