package dev.steelyard.output.workbook.team;

import dev.steelyard.engine.insight.alert.Suspension;
import dev.steelyard.engine.insight.people.Certificate;
import dev.steelyard.engine.insight.people.Mentoring;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.run.PersonalChanges;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.output.workbook.AlertWords;
import dev.steelyard.output.workbook.Coaching;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Mentors, certificates, suspensions, moves and absence of a member. Whoever belongs to another team is counted and not named. */
final class MemberState {

    private record Line(String what, String state, Tone tone, String detail) {}

    private static final Width LABEL = Width.fit(16, 32);

    private final Report report;
    private final Coaching coaching;
    private final AlertWords words;
    private final PersonalChanges changes;
    private final String team;

    /** @param changes what changed of the members */
    MemberState(Report report, Coaching coaching, String team, PersonalChanges changes) {
        this.report = report;
        this.coaching = coaching;
        this.words = new AlertWords(report);
        this.changes = changes;
        this.team = team;
    }

    /** Restated prices are no move and no absence. */
    private static String label(Said change) {
        return change.says("measure.growth.pricesRestatedWithout") ? "word.note" : "team.memberState.changed";
    }

    Block<?> of(RankedScorecard card) {
        List<Line> lines = new ArrayList<>();
        mentoring(card, lines);
        certificates(card, lines);
        changes.of(card)
                .forEach(change -> lines.add(new Line(report.say(label(change)), "", Tone.PLAIN, report.say(change))));
        List<Column<Line>> columns = List.of(
                Column.text("what", report.say("word.item"), LABEL, line -> line.what()),
                Column.<Line>word("state", report.say("word.state"), Width.fit(11, 14), line -> line.state())
                        .toned(Line::tone),
                Column.text(
                        "detail", report.say("team.memberState.details"), Width.fit(12, 14), line -> line.detail()));
        return Block.of(report.say("team.memberState.mentorsCertificates"), columns, lines, "");
    }

    // ------------------------------------------------------------------ mentors

    private void mentoring(RankedScorecard card, List<Line> lines) {
        Optional<Mentoring> mentoring = coaching.mentoring();
        if (mentoring.isEmpty()) {
            lines.add(notDelivered(report.say("team.memberState.mentors"), "mentoring"));
            return;
        }
        String id = card.participant().id();
        List<Mentoring.Pair> own = mentoring.get().mentorsOf(id);
        kinds().forEach(kind -> lines.add(mentor(kind, own)));
        List<Mentoring.Pair> mentees = mentoring.get().menteesOf(id);
        lines.add(
                mentees.isEmpty()
                        ? new Line(report.say("team.memberState.mentees"), report.say("word.none"), Tone.PLAIN, "")
                        : new Line(
                                report.say("team.memberState.mentees"),
                                report.say(
                                        "team.memberState.map",
                                        "map",
                                        mentees.stream()
                                                .map(pair -> pair.mentee().id())
                                                .distinct()
                                                .count()),
                                Tone.GOOD,
                                names(mentees, Mentoring.Pair::mentee)));
    }

    private List<String> kinds() {
        return report.schema("mentoring")
                .flatMap(schema -> schema.column("kind"))
                .map(column -> List.copyOf(column.choices().keySet()))
                .orElse(List.of());
    }

    private Line mentor(String kind, List<Mentoring.Pair> own) {
        List<Mentoring.Pair> pairs =
                own.stream().filter(pair -> pair.kind().equals(kind)).toList();
        String what = report.say("team.memberState.mentor", "kind", capital(report.choice("mentoring", "kind", kind)));
        return pairs.isEmpty()
                ? new Line(what, report.say("word.none"), Tone.PLAIN, "")
                : new Line(
                        what, report.say("team.memberState.yesYes"), Tone.GOOD, names(pairs, Mentoring.Pair::mentor));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private String names(List<Mentoring.Pair> pairs, Function<Mentoring.Pair, Employee> of) {
        List<Employee> people = pairs.stream().map(of).distinct().toList();
        List<String> parts = new ArrayList<>(people.stream()
                .filter(person -> person.team().equals(team))
                .map(person -> person.name() + " " + person.id())
                .toList());
        long others = people.size() - parts.size();
        if (others > 0) {
            parts.add(report.say("team.memberState.otherTeams", "others", others));
        }
        return String.join(report.say("list.separator"), parts)
                + pairs.stream()
                        .map(pair -> pair.since().toString())
                        .distinct()
                        .collect(Collectors.joining(
                                report.say("list.separator"), report.say("team.memberState.since"), ""));
    }

    // ------------------------------------------------------------------ certificates

    private void certificates(RankedScorecard card, List<Line> lines) {
        List<Suspension> suspensions = new ArrayList<>(coaching.suspensions(card));
        Optional<List<Certificate>> certificates = coaching.certificates(card);
        certificates.ifPresent(all -> all.forEach(certificate -> {
            Optional<Suspension> suspended = suspensions.stream()
                    .filter(suspension -> suspension.productId().equals(certificate.productId()))
                    .findFirst();
            suspended.ifPresent(suspensions::remove);
            lines.add(line(certificate, suspended));
        }));
        if (certificates.filter(List::isEmpty).isPresent()) {
            lines.add(new Line(
                    report.say("team.memberState.certificates"),
                    report.say("word.none"),
                    Tone.PLAIN,
                    report.say("team.memberState.noProductAsksOne")));
        }
        suspensions.forEach(suspension -> lines.add(new Line(
                report.say("team.memberState.visitsSuspended"),
                report.say("team.memberState.suspended"),
                Tone.LOW,
                words.suspension(suspension))));
    }

    private Line line(Certificate certificate, Optional<Suspension> suspended) {
        String what = report.say("team.memberState.certificate", "product", words.product(certificate.productId()));
        String detail = suspended.map(words::suspension).orElse("");
        String day = certificate.day().map(Object::toString).orElse("");
        return switch (certificate.state()) {
            case PASSED -> new Line(what, report.say("team.memberState.yesPassed"), Tone.GOOD, join(day, detail));
            case FAILED -> new Line(what, report.say("team.memberState.noFailed"), Tone.WORST, join(day, detail));
            case NOT_SAT -> new Line(what, report.say("team.memberState.notSat"), Tone.LOW, detail);
        };
    }

    private String join(String day, String detail) {
        return detail.isEmpty() ? day : report.say("team.memberState.dayDetail", "day", day, "detail", detail);
    }

    private Line notDelivered(String what, String dataset) {
        return new Line(
                what,
                report.say("team.memberState.unknown"),
                Tone.QUIET,
                report.say("team.memberState.notDelivered", "dataset", report.dataset(dataset)));
    }
}
