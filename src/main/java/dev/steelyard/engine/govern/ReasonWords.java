package dev.steelyard.engine.govern;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.Appeal;
import dev.steelyard.engine.fact.Calibration;
import dev.steelyard.engine.fact.Registers;
import dev.steelyard.engine.fact.Schema;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.plan.Name;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a true-up is paid, in words. */
final class ReasonWords {

    private ReasonWords() {}

    static Name dismissed(String event) {
        return new Name("事件 " + event + " 查不属实，恢复支付", "released: event " + event + " dismissed");
    }

    static Name lesser(String event) {
        return new Name("事件 " + event + " 不构成一票否决，恢复支付", "released: event " + event + " is no veto");
    }

    static Name verified(String event) {
        return new Name("事件 " + event + " 属实，一票否决，兑付扣回", "forfeited: event " + event + " verified as a veto");
    }

    static Name appealDecided(String appeal) {
        return new Name("申诉 " + appeal + " 已有结论，恢复支付", "released: appeal " + appeal + " decided");
    }

    /** The decisions in force in the newest revision and not in the closed one that concern the person. */
    static List<Name> decisions(ClosedPeriod closed, Registers registers, String employeeId) {
        List<Name> recorded = closed.changes().decisions().getOrDefault(employeeId, List.of());
        if (!recorded.isEmpty()) {
            return recorded;
        }
        List<Name> reasons = new ArrayList<>();
        for (Calibration calibration : registers.calibrations()) {
            if (concerns(calibration, registers, employeeId, closed.period())
                    && isNew(closed, calibration.decidedDate())) {
                reasons.add(new Name(
                        "委员会校准 " + calibration.decisionId() + "（" + calibration.reason() + "）",
                        "calibration " + calibration.decisionId() + " (" + calibration.reason() + ")"));
            }
        }
        for (Appeal appeal : registers.appeals()) {
            if (appeal.employeeId().equals(employeeId)
                    && appeal.period().equals(Optional.of(closed.period()))
                    && isNew(closed, appeal.decidedAt().toLocalDate())) {
                reasons.add(new Name(
                        "申诉 " + appeal.appealId() + " 成立（" + appeal.subject() + "）",
                        "appeal " + appeal.appealId() + " upheld (" + appeal.subject() + ")"));
            }
        }
        return reasons;
    }

    private static boolean isNew(ClosedPeriod closed, LocalDate decided) {
        return decided.isAfter(closed.closedAsOf()) && !decided.isAfter(closed.newestAsOf());
    }

    private static boolean concerns(Calibration calibration, Registers registers, String employeeId, Period period) {
        String subject = calibration.key().subject();
        return calibration.key().period().equals(period)
                && switch (calibration.key().subjectType()) {
                    case "employee" -> subject.equals(employeeId);
                    case "team" -> registers
                            .roster()
                            .find(employeeId)
                            .filter(person -> person.team().equals(subject))
                            .isPresent();
                    default -> registers
                            .roster()
                            .find(employeeId)
                            .filter(person -> person.region().equals(subject))
                            .isPresent();
                };
    }

    /** Where no decision of the person's own explains it. */
    static Name recalculated(ClosedPeriod.Changes changes, Registers registers) {
        List<Name> what = new ArrayList<>();
        if (!changes.datasets().isEmpty()) {
            what.add(new Name(
                    "导出有变："
                            + changes.datasets().stream()
                                    .map(dataset -> title(dataset, registers))
                                    .collect(Collectors.joining("、")),
                    "changed exports: " + String.join(", ", changes.datasets())));
        }
        what.addAll(changes.rules());
        if (what.isEmpty()) {
            return new Name("重新计算", "recalculated");
        }
        return new Name("重新计算，" + zh(what), "recalculated, " + en(what));
    }

    private static String title(String dataset, Registers registers) {
        return Optional.ofNullable(registers.schema(dataset)).map(Schema::zh).orElse("更正");
    }

    /** {@code 2026-08 Commission: r2 says 1200.00, paid before 1000.00; reason: …}. */
    static Name note(ClosedPeriod closed, Component component, TrueUps.Account account, List<Name> reasons) {
        return new Name(
                closed.period() + " " + component.in("zh") + "：第 " + closed.newestRevision() + " 版应付 "
                        + account.earned(component) + "，此前已付 " + account.paid(component) + "；原因：" + zh(reasons),
                closed.period() + " " + component.in("en") + ": r" + closed.newestRevision() + " says "
                        + account.earned(component) + ", paid before " + account.paid(component) + "; reason: "
                        + en(reasons));
    }

    private static String zh(List<Name> names) {
        return names.stream().map(Name::zh).collect(Collectors.joining("；"));
    }

    private static String en(List<Name> names) {
        return names.stream().map(Name::en).collect(Collectors.joining("; "));
    }
}
