package dev.steelyard.engine.govern;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.AppealRow;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.plan.Pay.Commission;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.CodePoints;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The appeals that nobody decided by a day, and what they hold of their person and period (ruling 132): grade adjustment, excess
 * share and bonuses where positive; commission only where the appeal names what it is earned on. Of somebody who is vetoed
 * only what the veto left: what it took back is settled by it. Negative lines are never held.
 *
 * @param asOf the day by which decisions are known: what is decided later still pends
 */
public record PendingAppeals(Plan plan, Registers registers, LocalDate asOf) {

    private static final Set<Component> BY_SCORE = EnumSet.of(
            Component.GRADE_ADJUSTMENT,
            Component.EXCESS_PROFIT_SHARE,
            Component.COMPLIANCE_BONUS,
            Component.NO_VIOLATION_BONUS);

    /** What a veto forfeits (rules.md 5). */
    private static final Set<Component> FORFEITED = EnumSet.of(Component.COMMISSION, Component.GRADE_ADJUSTMENT);

    /** Those of a period, by appeal id; one that names no period may concern any. */
    public List<Held> of(Period period) {
        return registers.all(AppealRow.DATASET).stream()
                .filter(appeal ->
                        appeal.period().isEmpty() || appeal.period().get().equals(period))
                .filter(appeal -> !isDecided(appeal))
                .sorted(Comparator.comparing(AppealRow::appealId, CodePoints.ORDER))
                .map(appeal -> new Held(appeal.employeeId(), Held.Cause.APPEAL, appeal.appealId()))
                .toList();
    }

    /**
     * The same lines; of people with a pending appeal those that it disputes are on hold. What is made good of other periods
     * is not disputed by it.
     */
    public List<PayoutLine> hold(List<PayoutLine> lines, Period period, List<Held> held) {
        Map<String, List<String>> appeals = new TreeMap<>();
        held.stream().filter(one -> one.cause() == Held.Cause.APPEAL).forEach(one -> appeals.computeIfAbsent(
                        one.employeeId(), id -> new ArrayList<>())
                .add(one.reference()));
        Set<String> vetoed = lines.stream()
                .filter(line -> line.component() == Component.VETO_FORFEIT)
                .filter(line -> line.sourcePeriod().equals(period))
                .map(line -> line.employee().id())
                .collect(Collectors.toSet());
        return lines.stream()
                .map(line -> line.sourcePeriod().equals(period) && line.amount().signum() > 0
                        ? hold(
                                line,
                                appeals.getOrDefault(line.employee().id(), List.of()).stream()
                                        .filter(appeal -> disputes(
                                                appeal,
                                                line.component(),
                                                vetoed.contains(line.employee().id())))
                                        .toList())
                        : line)
                .toList();
    }

    /**
     * Whether a positive amount of the component waits for the appeal.
     *
     * @param vetoed whether a veto took back what the person earned
     */
    boolean disputes(String appealId, Component component, boolean vetoed) {
        if (vetoed && FORFEITED.contains(component)) {
            return false;
        }
        return BY_SCORE.contains(component)
                || component == Component.COMMISSION
                        && find(appealId).filter(this::namesSales).isPresent();
    }

    /** Whether the appeal names what commission is earned on: its target or dataset, commission itself, or a split. */
    private boolean namesSales(AppealRow appeal) {
        Set<String> names = new HashSet<>(List.of("splits", "分单", Component.COMMISSION.code(), "基础提成"));
        for (Commission rule : plan.pay().commission()) {
            names.add(rule.name().zh());
            names.add(rule.name().en());
            rule.target().ifPresent(target -> {
                names.add(target);
                Optional.ofNullable(plan.targets().get(target))
                        .ifPresent(name -> names.addAll(List.of(name.zh(), name.en())));
            });
            names.add(rule.of().dataset());
            Optional.ofNullable(registers.schema(rule.of().dataset())).ifPresent(schema -> names.add(schema.zh()));
        }
        Set<String> plain = names.stream().map(PendingAppeals::plain).collect(Collectors.toSet());
        String said = appeal.indicator();
        return plain.contains(plain(said))
                || Arrays.stream(said.split("[\\p{IsPunctuation}\\s&&[^_]]+"))
                        .anyMatch(word -> plain.contains(plain(word)));
    }

    /** Whatever spacing, case and width (ruling 119). */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }

    private static PayoutLine hold(PayoutLine line, List<String> appeals) {
        if (appeals.isEmpty()) {
            return line;
        }
        List<String> by = new ArrayList<>(line.heldBy());
        by.addAll(appeals);
        return line.with(PayoutLine.Status.ON_HOLD, by)
                .saying(Said.of("pay.note.heldByAppeals", "note", line.note(), "appeals", appeals));
    }

    /** Whether the appeal was decided; empty where the register does not have it. */
    Optional<Boolean> isDecided(String appealId) {
        return find(appealId).map(this::isDecided);
    }

    private Optional<AppealRow> find(String appealId) {
        return registers.all(AppealRow.DATASET).stream()
                .filter(appeal -> appeal.appealId().equals(appealId))
                .findFirst();
    }

    private boolean isDecided(AppealRow appeal) {
        return (appeal.isUpheld() || appeal.isRejected()) && appeal.isKnownBy(asOf);
    }
}
