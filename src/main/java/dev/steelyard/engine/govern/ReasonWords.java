package dev.steelyard.engine.govern;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.register.Appeal;
import dev.steelyard.engine.register.Calibration;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** How long what one true-up gives as its reasons may be; what is left out is counted. */
    private static final int LONGEST = 1200;

    /**
     * Why the newest revision says something else than what was paid: what each cause made, with its amount where there are
     * several. Where revisions were not compared, everything that changed between them.
     *
     * @param released whether what was held is paid now: then that is why, and the causes are what changed besides
     */
    static List<Name> causes(
            ClosedPeriod closed, Registers registers, TrueUps.Account account, Component component, boolean released) {
        String id = account.person().employeeId();
        int since = Math.max(account.settled(component), closed.closedRevision());
        Map<String, Money> amounts = new LinkedHashMap<>();
        Map<String, Set<Name>> texts = new HashMap<>();
        for (ClosedPeriod.Part part : closed.changes().parts()) {
            if (part.employeeId().equals(id) && part.component() == component && part.revision() > since) {
                amounts.merge(part.cause(), part.amount(), Money::plus);
                texts.computeIfAbsent(part.cause(), cause -> new LinkedHashSet<>())
                        .add(part.text());
            }
        }
        amounts.values().removeIf(amount -> amount.signum() == 0);
        if (amounts.isEmpty()) {
            return released ? List.of() : changed(closed, registers, id);
        }
        Money left = account.earned(component).minus(account.paid(component));
        List<Name> reasons = new ArrayList<>();
        boolean several = released || amounts.size() > 1 || !amounts.containsValue(left);
        int length = 0;
        int more = 0;
        for (Map.Entry<String, Money> one : amounts.entrySet()) {
            Name text = joined(texts.get(one.getKey()));
            left = left.minus(one.getValue());
            length += Math.max(text.zh().length(), text.en().length());
            if (length > LONGEST && !reasons.isEmpty()) {
                more++;
            } else {
                reasons.add(several ? with(cut(text), one.getValue()) : cut(text));
            }
        }
        if (more > 0) {
            reasons.add(new Name("另有 " + more + " 项原因", more + " more causes"));
        }
        if (left.signum() != 0 && !released) {
            reasons.add(with(new Name("此前未付", "not paid before"), left));
        }
        return reasons;
    }

    private static Name joined(Set<Name> texts) {
        return new Name(
                texts.stream().map(Name::zh).collect(Collectors.joining("，其后 ")),
                texts.stream().map(Name::en).collect(Collectors.joining(", then ")));
    }

    private static Name cut(Name text) {
        return new Name(cut(text.zh()), cut(text.en()));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    private static Name with(Name text, Money amount) {
        String signed = (amount.signum() > 0 ? " +" : " ") + String.format(Locale.ROOT, "%,.2f", amount.amount());
        return new Name(text.zh() + signed, text.en() + signed);
    }

    /** Everything that changed and may have made it. */
    private static List<Name> changed(ClosedPeriod closed, Registers registers, String id) {
        List<Name> reasons = new ArrayList<>(decisions(closed, registers, id));
        boolean other = !closed.changes().datasets().isEmpty()
                || !closed.changes().rules().isEmpty();
        if (reasons.isEmpty() || other) {
            reasons.add(recalculated(closed.changes(), registers));
        }
        return reasons;
    }

    /** The decisions in force in the newest revision and not in the closed one that concern the person. */
    private static List<Name> decisions(ClosedPeriod closed, Registers registers, String employeeId) {
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

    /** What changed besides the person's own decisions. */
    private static Name recalculated(ClosedPeriod.Changes changes, Registers registers) {
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
                closed.period() + " " + component.title().zh() + "：第 " + closed.newestRevision() + " 版应付 "
                        + account.earned(component) + "，此前已付 " + account.paid(component) + "；原因：" + zh(reasons),
                closed.period() + " " + component.title().en() + ": r" + closed.newestRevision() + " says "
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
