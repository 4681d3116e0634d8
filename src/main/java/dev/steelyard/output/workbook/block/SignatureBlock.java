package dev.steelyard.output.workbook.block;

import dev.steelyard.engine.govern.Decider;
import dev.steelyard.engine.govern.PeriodDecision;
import dev.steelyard.engine.govern.SignOff;
import dev.steelyard.engine.govern.Signatory;
import dev.steelyard.engine.govern.Signatory.Duty;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** 签字: who prepared, checked and approved a revision, and who closed it; blank lines to sign by hand while nobody has. */
public final class SignatureBlock {

    private record Line(String duty, String role, String name, String day, String account) {}

    private SignatureBlock() {}

    public static Block<?> of(Report report, Width first) {
        List<Column<Line>> columns = List.of(
                Column.text("duty", report.say("book.signature.as"), first, line -> line.duty()),
                Column.text("role", report.say("book.signature.role"), Width.fit(13, 24), line -> line.role()),
                Column.text("name", report.say("word.name"), Width.fit(13, 24), line -> line.name()),
                Column.text("day", report.say("book.signature.date"), Width.fit(13, 15), line -> line.day()),
                Column.text(
                        "account", report.say("book.signature.account"), Width.fit(13, 24), line -> line.account()));
        return Block.of(report.say("word.signatures"), columns, lines(report), "");
    }

    private static List<Line> lines(Report report) {
        SignOff signOff = report.signOff();
        List<Line> lines = new ArrayList<>();
        for (Duty duty : Duty.values()) {
            List<Signatory> of = Arrays.stream(Signatory.values())
                    .filter(signatory -> signatory.duty() == duty)
                    .filter(signatory -> signOff.wanted().contains(signatory)
                            || signOff.signed().containsKey(signatory))
                    .toList();
            of.forEach(signatory -> lines.add(line(
                    report,
                    report.say(duty.words()),
                    report.say(signatory.words()),
                    Optional.ofNullable(signOff.signed().get(signatory)))));
            if (of.isEmpty()) {
                lines.add(line(report, report.say(duty.words()), "", Optional.empty()));
            }
        }
        signOff.closing()
                .ifPresent(
                        closing -> lines.add(line(report, report.say("book.signature.closed"), "", signOff.closing())));
        if (!signOff.ledgerHead().isEmpty()) {
            lines.add(new Line(report.say("book.signature.ledgerHead"), "", signOff.ledgerHead(), "", ""));
        }
        return lines;
    }

    private static Line line(Report report, String duty, String role, Optional<PeriodDecision> decision) {
        return new Line(
                duty,
                role,
                decision.map(PeriodDecision::by).map(by -> name(report, by)).orElse(""),
                decision.map(PeriodDecision::asOf).map(Object::toString).orElse(""),
                decision.map(PeriodDecision::by).map(Decider::account).orElse(""));
    }

    /** The name and the roster's id; a name that is on no roster says so (ruling 135). */
    private static String name(Report report, Decider by) {
        return by.isOnRoster()
                ? by.name() + " " + by.employeeId()
                : by.isNamed() ? report.words().say("decider.unknown", "name", by.name()) : "";
    }
}
