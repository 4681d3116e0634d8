package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Scope;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.fact.ComplianceEvent;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.people.Placements;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Pay;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The bonuses of a year 年度奖金 (rulings 77, 79, 80), each a monthly salary times factors: compliance bonus and no-violation bonus.
 * Their members are the ranked people whose roster row names the team, managers too; vetoed and held people get none.
 *
 * @param year the year, or the year to date: what is earned then is a part of the whole year's
 * @param counts who is a member, of the team that their card names
 */
record YearBonuses(Reckoning from, Scope year, Predicate<RankedScorecard> counts) {

    /**
     * Employee id → the person's lines; those of 0 are left out.
     *
     * @throws WorkingDays.UnknownYear if a bonus is due and the calendar does not hold the year
     */
    Map<String, List<PayoutLine>> of(ScoreBook book) {
        Map<String, List<PayoutLine>> lines = new LinkedHashMap<>();
        if (year.period().isYear()) {
            Map<String, List<RankedScorecard>> byTeam = byTeam(book);
            book.teams().keySet().forEach(team -> add(team, byTeam.getOrDefault(team, List.of()), book, lines));
        }
        return lines;
    }

    /** Roster team → its people's cards. */
    private static Map<String, List<RankedScorecard>> byTeam(ScoreBook book) {
        return book.cards().stream()
                .collect(Collectors.groupingBy(
                        card -> card.participant().employee().team()));
    }

    private void add(String team, List<RankedScorecard> cards, ScoreBook book, Map<String, List<PayoutLine>> lines) {
        Optional<Pay.ComplianceBonus> compliance = from.plan().pay().complianceBonus();
        Optional<Points> points = compliance.flatMap(rule -> compliance(rule, cards));
        boolean isClean = from.plan()
                .pay()
                .noViolationBonus()
                .filter(rule ->
                        violations(rule, team, book).isEmpty() && vetoed(cards).isEmpty())
                .isPresent();
        for (RankedScorecard card : members(cards)) {
            Employee employee = card.participant().employee();
            if (salary(employee).isPresent()) {
                List<PayoutLine> own = new ArrayList<>();
                points.ifPresent(mean -> own.add(complianceBonus(compliance.orElseThrow(), employee, mean)));
                if (isClean) {
                    own.add(noViolationBonus(employee));
                }
                lines.put(
                        employee.id(),
                        own.stream().filter(line -> line.amount().signum() != 0).toList());
            }
        }
    }

    private List<RankedScorecard> members(List<RankedScorecard> ofTeam) {
        return ofTeam.stream().filter(counts).toList();
    }

    private PayoutLine noViolationBonus(Employee employee) {
        return line(Component.NO_VIOLATION_BONUS, employee, Fraction.ONE, Said.of("pay.note.noViolation"));
    }

    private PayoutLine complianceBonus(Pay.ComplianceBonus rule, Employee employee, Points points) {
        Fraction factor = rule.curve().exactAt(points.exact());
        Name dimension = from.plan().dimensions().get(rule.dimension());
        return line(
                Component.COMPLIANCE_BONUS,
                employee,
                factor,
                Said.of("pay.note.yearly", "dimension", dimension, "points", points, "factor", percent(factor)));
    }

    private PayoutLine line(Component component, Employee employee, Fraction factor, Said why) {
        Fraction salary = salary(employee).orElseThrow();
        int employed = from.calendar().count(employee.employed(year.days()));
        int all = from.calendar().count(year.period().days());
        String times = percent(factor);
        return PayoutLine.byQuotient(
                new PayoutLine.Key(employee, component, 1, year.period()),
                salary,
                factor.times(Fraction.of(employed)).over(Fraction.of(all)),
                Said.of(
                        "pay.note.salary",
                        "salary",
                        salary.plain(),
                        "times",
                        times,
                        "employed",
                        employed,
                        "all",
                        all,
                        "why",
                        why));
    }

    private static String percent(Fraction factor) {
        Fraction hundredfold = factor.times(Fraction.of(100));
        return hundredfold.isDecimal()
                ? hundredfold.plain() + "%"
                : hundredfold.rounded(6).toPlainString() + "%";
    }

    private static Optional<Fraction> salary(Employee employee) {
        return employee.monthlySalary()
                .filter(salary -> salary.signum() > 0)
                .map((BigDecimal salary) -> Fraction.of(salary));
    }

    // ------------------------------------------------------------------ teams

    /** The half-up mean of the non-manager members' printed points, held and exempt ones left out (rulings 79; rules.md 8.2). */
    private static Optional<Points> compliance(Pay.ComplianceBonus rule, List<RankedScorecard> ofTeam) {
        return Points.mean(ofTeam.stream()
                .filter(card -> !card.participant().isManager() && card.card().countsInMeans())
                .flatMap(card -> card.card().dimensions().get(rule.dimension()).points().stream())
                .toList());
    }

    /** Events that cost a team its bonus, by whoever was in it on the day of the event, leavers too (rules.md 8.1; rulings 80). */
    private List<ComplianceEvent> violations(Pay.NoViolationBonus rule, String team, ScoreBook book) {
        Placements placements = book.population().placements();
        return from.registers().events().stream()
                .filter(event -> year.days().contains(event.day()))
                .filter(event -> rule.severities().contains(event.severity())
                        || event.isVeto(from.plan().rules().compliance().veto()))
                .filter(event -> from.registers()
                        .roster()
                        .find(event.employeeId())
                        .filter(employee -> placements
                                .team(placements.place(employee, year.days()), event.day())
                                .equals(team))
                        .isPresent())
                .sorted(Comparator.comparing(ComplianceEvent::day)
                        .thenComparing(ComplianceEvent::eventId, CodePoints.ORDER))
                .toList();
    }

    /** Vetoed people: a closed period may have vetoed somebody by an event that the register holds no more. */
    private static List<String> vetoed(List<RankedScorecard> ofTeam) {
        return ofTeam.stream()
                .filter(card -> card.card().compliance().isVetoed()
                        && card.card().compliance().vetoes().isEmpty())
                .map(card -> card.participant().id())
                .toList();
    }

    // ------------------------------------------------------------------ what is not paid, and why

    List<Problem> problems(ScoreBook book) {
        List<Problem> problems = new ArrayList<>();
        Pay pay = from.plan().pay();
        if (!year.period().isYear()
                || pay.complianceBonus().isEmpty() && pay.noViolationBonus().isEmpty()) {
            return problems;
        }
        Map<String, List<RankedScorecard>> byTeam = byTeam(book);
        for (String team : book.teams().keySet()) {
            List<RankedScorecard> cards = byTeam.getOrDefault(team, List.of());
            List<RankedScorecard> members = members(cards);
            if (!members.isEmpty()) {
                pay.complianceBonus().flatMap(rule -> unpaid(rule, cards, team)).ifPresent(problems::add);
                pay.noViolationBonus()
                        .flatMap(rule -> lost(rule, cards, team, book))
                        .ifPresent(problems::add);
            }
            members.stream()
                    .filter(card -> salary(card.participant().employee()).isEmpty())
                    .forEach(card -> problems.add(withoutSalary(card)));
        }
        return problems;
    }

    private static Problem withoutSalary(RankedScorecard card) {
        return Problem.of(
                        ProblemCode.SALARY_MISSING,
                        card.participant().employee().row().source(),
                        "monthly_salary",
                        card.participant().id())
                .with("person", card.participant().id());
    }

    private Optional<Problem> unpaid(Pay.ComplianceBonus rule, List<RankedScorecard> cards, String team) {
        Optional<Points> points = compliance(rule, cards);
        if (points.isEmpty()) {
            return Optional.of(Problem.of(ProblemCode.COMPLIANCE_BONUS_UNKNOWN, SourceRef.NONE, "", team)
                    .with("team", team));
        }
        return points.filter(mean -> rule.curve().exactAt(mean.exact()).signum() == 0)
                .map(mean -> Problem.of(ProblemCode.COMPLIANCE_BONUS_NONE, SourceRef.NONE, "", team)
                        .with("team", team)
                        .with("points", mean.toString()));
    }

    private Optional<Problem> lost(
            Pay.NoViolationBonus rule, List<RankedScorecard> cards, String team, ScoreBook book) {
        List<String> why = new ArrayList<>();
        violations(rule, team, book).forEach(event -> why.add(event.eventId()));
        if (why.isEmpty()) {
            why.addAll(vetoed(cards));
        }
        return why.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of(ProblemCode.NO_VIOLATION_BONUS_LOST, SourceRef.NONE, "", team)
                        .with("team", team)
                        .with("events", String.join(", ", why)));
    }
}
