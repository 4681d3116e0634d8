package dev.steelyard.output.workbook.people;

import dev.steelyard.engine.plan.Insight;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sheets in order; what the plan does not ask for has none. */
public final class PeopleSheets {

    private PeopleSheets() {}

    public static List<Sheet.Table<?>> of(Report report) {
        Optional<Insight> plan = report.plan().insight();
        List<Sheet.Table<?>> sheets = new ArrayList<>();
        plan.flatMap(Insight::honours).ifPresent(rule -> sheets.add(new HonourTable(report, rule).sheet()));
        plan.flatMap(Insight::careers).ifPresent(rule -> sheets.add(new CareerTable(report, rule).sheet()));
        sheets.add(new MentorTable(report).sheet());
        plan.flatMap(Insight::sharing).ifPresent(rule -> sheets.add(new SharingTable(report, rule).sheet()));
        plan.flatMap(Insight::peerFeedback).ifPresent(rule -> sheets.add(new FeedbackTable(report, rule).sheet()));
        return sheets;
    }
}
