package dev.steelyard.workbook.alerts;

import dev.steelyard.fact.Employee;
import dev.steelyard.insight.Alert;
import dev.steelyard.insight.CustomerToSee;
import dev.steelyard.insight.FieldWork;
import dev.steelyard.insight.TalkTrack;
import dev.steelyard.unit.CodePoints;
import dev.steelyard.workbook.AlertBlock;
import dev.steelyard.workbook.Report;
import dev.steelyard.workbook.book.Block;
import dev.steelyard.workbook.book.Column;
import dev.steelyard.workbook.book.Datum;
import dev.steelyard.workbook.book.Format;
import dev.steelyard.workbook.book.Sheet;
import dev.steelyard.workbook.book.Width;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 客户与话术: whom to see, least visited first, and what may be said there. */
final class CustomersPage {

    /** Talk tracks shown; those that fit most people come first. */
    private static final int TRACKS = 12;

    private static final Width LABEL = Width.fit(22, 34);
    private static final Width NUMBER = Width.fit(13, 15);

    private record Suggested(Employee person, CustomerToSee customer) {}

    private record Regional(String region, CustomerToSee customer) {}

    private record Fitting(TalkTrack track, List<Employee> people) {}

    private final Report report;
    private final FieldWork field;
    private final Addressee of;
    private final FollowUp follow;

    CustomersPage(Report report, FieldWork field, Addressee of, FollowUp follow) {
        this.report = report;
        this.field = field;
        this.of = of;
        this.follow = follow;
    }

    Sheet sheet() {
        List<Block<?>> blocks = new ArrayList<>();
        List<Suggested> suggested = suggested();
        if (!suggested.isEmpty()) {
            blocks.add(byPerson(suggested));
        }
        blocks.add(byRegion());
        blocks.add(tracks());
        return new Sheet.Page(
                report.say("客户与话术", "Customers"),
                report.say("要拜访的客户与可用的话术", "Customers to see, and what may be said there"),
                List.of(report.say(
                        "高潜力客户，本月全公司拜访最少的在前。",
                        "Customers of high potential, those least visited by the company this month first.")),
                blocks);
    }

    private List<Suggested> suggested() {
        List<Suggested> all = new ArrayList<>();
        follow.alerts().forEach(alert -> {
            if (alert instanceof Alert.LowPotential low) {
                low.instead().forEach(customer -> all.add(new Suggested(low.employee(), customer)));
            }
        });
        return all;
    }

    private Block<Suggested> byPerson(List<Suggested> suggested) {
        List<Column<Suggested>> columns = new ArrayList<>();
        columns.add(Column.of(
                "name", "姓名", "Name", LABEL, Format.TEXT, line -> Datum.text(AlertBlock.name(line.person()))));
        columns.addAll(customer(Suggested::customer));
        columns.add(Column.of(
                "own",
                "其中本人",
                "By the person",
                NUMBER,
                Format.COUNT,
                line -> Datum.whole(line.customer().own())));
        return Block.of(report.say("低潜聚焦的人：改去这些客户", "Low-potential focus: see these instead"), columns, suggested, "");
    }

    private Block<Regional> byRegion() {
        List<Regional> all = new ArrayList<>();
        of.people().stream()
                .map(Employee::region)
                .distinct()
                .sorted(CodePoints.ORDER)
                .forEach(region -> field.toSee(region).forEach(customer -> all.add(new Regional(region, customer))));
        List<Column<Regional>> columns = new ArrayList<>();
        columns.add(Column.of("region", "大区", "Region", LABEL, Format.TEXT, line -> Datum.text(line.region())));
        columns.addAll(customer(Regional::customer));
        return Block.of(
                report.say("大区里去得最少的高潜力客户", "Least visited customers of high potential of the region"),
                columns,
                all,
                report.say("所在大区没有高潜力客户。", "The region has no customer of high potential."));
    }

    private <R> List<Column<R>> customer(Function<R, CustomerToSee> of) {
        return List.of(
                Column.of(
                        "customer_id",
                        "客户编码",
                        "Customer",
                        NUMBER,
                        Format.TEXT,
                        line -> Datum.text(of.apply(line).customerId())),
                Column.of(
                        "customer_name",
                        "客户名称",
                        "Customer name",
                        Width.fit(22, 40),
                        Format.TEXT,
                        line -> Datum.text(of.apply(line).name())),
                Column.of(
                        "visits",
                        "本月公司拜访",
                        "Visits this month",
                        NUMBER,
                        Format.COUNT,
                        line -> Datum.whole(of.apply(line).visits())));
    }

    private Block<Fitting> tracks() {
        Map<TalkTrack, List<Employee>> fitting = new LinkedHashMap<>();
        for (Employee person : of.people()) {
            field.talkTracks(person).forEach(track -> fitting.computeIfAbsent(track, one -> new ArrayList<>())
                    .add(person));
        }
        List<Fitting> all = fitting.entrySet().stream()
                .map(entry -> new Fitting(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((Fitting one) -> -one.people().size())
                        .thenComparing(one -> one.track().id(), CodePoints.ORDER))
                .limit(TRACKS)
                .toList();
        List<Column<Fitting>> columns = List.of(
                Column.of("for", "适合", "Fits", LABEL, Format.TEXT, line -> Datum.text(people(line.people()))),
                Column.of(
                        "talk_id",
                        "话术编号",
                        "Talk track",
                        NUMBER,
                        Format.TEXT,
                        line -> Datum.text(line.track().id())),
                Column.of(
                        "where",
                        "产品线 · 科室",
                        "Line · department",
                        Width.fit(22, 40),
                        Format.TEXT,
                        line -> Datum.text(where(line.track()))),
                Column.of(
                        "text",
                        "怎么说",
                        "What to say",
                        NUMBER,
                        Format.TEXT,
                        line -> Datum.text(line.track().text())));
        return Block.of(
                        report.say("可用的话术", "Talk tracks that fit"),
                        columns,
                        all,
                        report.result().input().registers().has(TalkTrack.DATASET)
                                ? report.say("话术库里没有适合的。", "None of the library fits.")
                                : report.say("没有收到话术库的导出。", "No export of talk tracks was received."))
                .intro(report.say(
                        "按各人本月去过的科室和卖出的产品线选出；没有卖出的不限产品线。",
                        "By the departments each visited and the product lines each sold this month; where nothing was sold"
                                + " every line fits."));
    }

    private String people(List<Employee> people) {
        return people.size() == of.people().size() && people.size() > 1
                ? report.say("所有人", "everybody")
                : people.size() > 2
                        ? report.say(people.size() + " 人", people.size() + " people")
                        : people.stream().map(AlertBlock::name).collect(Collectors.joining(report.say("、", ", ")));
    }

    private String where(TalkTrack track) {
        String any = report.say("不限", "any");
        return (track.line().isEmpty() ? any : track.line()) + " · "
                + (track.department().isEmpty() ? any : track.department());
    }
}
