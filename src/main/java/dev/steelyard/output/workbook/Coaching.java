package dev.steelyard.output.workbook;

import dev.steelyard.engine.fact.Resource;
import dev.steelyard.engine.insight.alert.Suspension;
import dev.steelyard.engine.insight.people.Certificate;
import dev.steelyard.engine.insight.people.Mentoring;
import dev.steelyard.engine.insight.people.Resources;
import dev.steelyard.engine.insight.team.LostPoints;
import dev.steelyard.engine.insight.team.NextGrade;
import dev.steelyard.engine.insight.team.Trend;
import dev.steelyard.engine.measure.Certifications;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.score.RankedScorecard;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What helps a manager to help each person, looked up once for all of them; several threads may ask. */
public final class Coaching {

    private final Report report;
    private final Map<String, List<EarlierScorecard>> earlier;
    private final Map<String, List<EarlierScorecard>> parts;
    private final Optional<Mentoring> mentoring;
    private final Optional<Certifications> certifications;
    private final Map<String, List<Suspension>> suspensions;
    private final Map<String, List<Resource>> resources;

    /** Searched once for team book and interview. */
    private final Map<String, Optional<NextGrade>> nextGrades = new ConcurrentHashMap<>();

    public Coaching(Report report) {
        this.report = report;
        Registers registers = report.result().input().registers();
        this.earlier = report.result().input().history().byPerson();
        this.parts = parts(report);
        this.mentoring = Optional.of(registers)
                .filter(all -> all.has("mentoring"))
                .map(all -> Mentoring.of(all, report.identity().period().last()));
        this.certifications = report.plan()
                .rules()
                .certification()
                .filter(rule -> registers.has("exams"))
                .map(rule -> new Certifications(rule, registers));
        this.suspensions = suspensions(report);
        this.resources = Resources.of(report.plan(), registers);
    }

    /** The same of some of its people; what the registers say is not looked up again. */
    private Coaching(Coaching of, Report about) {
        this.report = about;
        this.earlier = of.earlier;
        this.parts = parts(about);
        this.mentoring = of.mentoring;
        this.certifications = of.certifications;
        this.resources = of.resources;
        this.suspensions = suspensions(about);
    }

    /** The same of the people of a part of the result. */
    public Coaching about(Report part) {
        return new Coaching(this, part);
    }

    private static Map<String, List<Suspension>> suspensions(Report report) {
        return report.result().suspensions().stream()
                .collect(Collectors.groupingBy(
                        suspension -> suspension.employee().id()));
    }

    private static Map<String, List<EarlierScorecard>> parts(Report report) {
        return report.result().book().earlier().stream()
                .filter(EarlierScorecard::scored)
                .collect(Collectors.groupingBy(EarlierScorecard::employeeId));
    }

    /** The shorter periods whose mean the person's figures are, oldest first; none where they were scored on the period itself. */
    public List<EarlierScorecard> parts(RankedScorecard card) {
        return card.participant().isMeanIn(report.identity().period())
                ? parts.getOrDefault(card.participant().id(), List.of()).stream()
                        .filter(part -> part.period().kind()
                                == card.participant().track().cycle())
                        .sorted(Comparator.comparing(EarlierScorecard::period))
                        .toList()
                : List.of();
    }

    /** Whether the person has left by the day of the run: nothing is worked on with them any more. */
    public boolean hasLeft(RankedScorecard card) {
        return card.participant().employee().hasLeftBy(report.identity().asOf());
    }

    public Optional<LostPoints> lostPoints(RankedScorecard card) {
        return LostPoints.of(report.plan(), card);
    }

    public Optional<NextGrade> nextGrade(RankedScorecard card) {
        return nextGrades.computeIfAbsent(card.participant().id(), person -> NextGrade.of(report.plan(), card));
    }

    public Optional<Trend> trend(RankedScorecard card) {
        return Trend.of(
                earlier.getOrDefault(card.participant().id(), List.of()),
                report.identity().period(),
                card);
    }

    /** Empty where the export was not delivered. */
    public Optional<Mentoring> mentoring() {
        return mentoring;
    }

    /** Empty where the track needs none, or exams were not delivered. */
    public Optional<List<Certificate>> certificates(RankedScorecard card) {
        return certifications
                .filter(all ->
                        all.tracks().contains(card.participant().employee().track()))
                .map(all -> Certificate.of(
                        all,
                        card.participant().employee(),
                        report.identity().period().days()));
    }

    public List<Suspension> suspensions(RankedScorecard card) {
        return suspensions.getOrDefault(card.participant().id(), List.of());
    }

    /** What helps with an indicator. */
    public List<Resource> resources(String indicator) {
        return resources.getOrDefault(indicator, List.of());
    }
}
