package dev.steelyard.output.workbook.alerts;

import dev.steelyard.engine.fact.TalkTrack;
import dev.steelyard.engine.insight.alert.Alert;
import dev.steelyard.engine.insight.alert.CustomerToSee;
import dev.steelyard.engine.insight.alert.FieldWork;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.block.AlertBlock;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** 客户与话术: whom to see, least visited first, and what may be said there. */
record CustomersPage(Report report, FieldWork field, Addressee of, FollowUp follow) {

    /** Talk tracks shown; those that fit most people come first. */
    private static final int TRACKS = 12;

    /** People named in one cell; more are counted. */
    private static final int NAMED = 8;

    private static final Width LABEL = Width.fit(22, 34);
    private static final Width NUMBER = Width.fit(13, 15);

    /** A customer, and the people with low-potential focus whom it is suggested to. */
    private record Suggested(String region, CustomerToSee customer, List<Employee> people) {}

    private record Fitting(TalkTrack track, List<Employee> people) {}

    Sheet sheet() {
        return new Sheet.Page(
                report.say("alerts.customers.customers"),
                report.say("alerts.customers.customersSeeWhatMay"),
                List.of(report.say("alerts.customers.customersHighPotentialThose")),
                List.of(customers(), tracks()));
    }

    /** Those of the people's regions, and besides them those that the alerts name. */
    private List<Suggested> suggested() {
        Map<String, Suggested> all = new LinkedHashMap<>();
        of.people().stream()
                .map(Employee::region)
                .distinct()
                .sorted(CodePoints.ORDER)
                .forEach(region -> field.toSee(region)
                        .forEach(customer ->
                                all.put(customer.customerId(), new Suggested(region, customer, new ArrayList<>()))));
        Map<String, List<CustomerToSee>> split = CustomerToSee.split(follow.alerts());
        follow.alerts().forEach(alert -> {
            if (alert instanceof Alert.LowPotential low) {
                split.getOrDefault(low.employee().id(), List.of()).forEach(customer -> all.computeIfAbsent(
                                customer.customerId(),
                                id -> new Suggested(low.employee().region(), customer, new ArrayList<>()))
                        .people()
                        .add(low.employee()));
            }
        });
        return all.values().stream()
                .sorted(Comparator.comparing(Suggested::region, CodePoints.ORDER)
                        .thenComparingLong(line -> line.customer().visits())
                        .thenComparing(line -> line.customer().customerId(), CodePoints.ORDER))
                .toList();
    }

    private Block<Suggested> customers() {
        List<Column<Suggested>> columns = List.of(
                Column.text("customer_name", report.say("alerts.customers.customerName"), LABEL, line -> line.customer()
                        .name()),
                Column.text("customer_id", report.say("word.customer"), NUMBER, line -> line.customer()
                        .customerId()),
                Column.text("region", report.say("word.region"), Width.fit(22, 40), line -> line.region()),
                Column.of(
                        "visits",
                        report.say("alerts.customers.visitsMonth"),
                        NUMBER,
                        Format.COUNT,
                        line -> Datum.whole(line.customer().visits())),
                Column.text(
                        "for", report.say("alerts.customers.whoGoesFirstLow"), NUMBER, line -> people(line.people())));
        return Block.of(
                report.say("alerts.customers.customersSee"),
                columns,
                suggested(),
                report.say("alerts.customers.regionNoCustomerHigh"));
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
                        .thenComparing(one -> one.track().talkId(), CodePoints.ORDER))
                .toList();
        List<Column<Fitting>> columns = List.of(
                Column.text("for", report.say("alerts.customers.fits"), LABEL, line -> people(line.people())),
                Column.text("talk_id", report.say("alerts.customers.talkTrack"), NUMBER, line -> line.track()
                        .talkId()),
                Column.text(
                        "where",
                        report.say("alerts.customers.lineDepartment"),
                        Width.fit(22, 40),
                        line -> where(line.track())),
                Column.text("text", report.say("alerts.customers.whatSay"), NUMBER, line -> line.track()
                        .text()));
        return Block.of(
                        report.say("alerts.customers.talkTracksFit"),
                        columns,
                        all.stream().limit(TRACKS).toList(),
                        report.result().input().registers().has(TalkTrack.DATASET)
                                ? report.say("alerts.customers.noneLibraryFits")
                                : report.say("alerts.customers.noExportTalkTracks"))
                .intro(report.say("alerts.customers.departmentsEachVisitedProduct"))
                .outro(report.more(all.size() - TRACKS));
    }

    private String people(List<Employee> people) {
        return people.size() == of.people().size() && people.size() > 1
                ? report.say("alerts.customers.everybody")
                : people.size() > NAMED
                        ? report.say("alerts.customers.people", "people", people.size())
                        : people.stream()
                                .map(AlertBlock::name)
                                .collect(Collectors.joining(report.say("list.separator")));
    }

    private String where(TalkTrack track) {
        String any = report.say("alerts.customers.any");
        return (track.productLine().isEmpty() ? any : track.productLine()) + " · "
                + (track.department().isEmpty() ? any : track.department());
    }
}
