package dev.steelyard.engine.govern;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.register.Appeal;
import dev.steelyard.engine.register.Calibration;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.said.Said;
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
import java.util.stream.Stream;

/** Why a true-up is paid, in words. */
public final class ReasonWords {

    private ReasonWords() {}

    static Said dismissed(String event) {
        return Said.of("trueUp.why.dismissed", "event", event);
    }

    static Said lesser(String event) {
        return Said.of("trueUp.why.lesser", "event", event);
    }

    static Said verified(String event) {
        return Said.of("trueUp.why.verified", "event", event);
    }

    static Said appealDecided(String appeal) {
        return Said.of("trueUp.why.appealDecided", "appeal", appeal);
    }

    /** @param concerns the indicator or target that the appeal names */
    public static Said appealUpheld(String appeal, String concerns) {
        return Said.of("trueUp.why.appealUpheld", "appeal", appeal, "concerns", concerns);
    }

    /** @param reason the committee's */
    public static Said calibrated(String decision, String reason) {
        return Said.of("trueUp.why.calibrated", "decision", decision, "reason", reason);
    }

    /** How long what one true-up gives as its reasons may be; what is left out is counted. */
    private static final int LONGEST = 1200;

    /**
     * Why the newest revision says something else than what was paid: what each cause made, with its amount where there are
     * several. Where revisions were not compared, everything that changed between them.
     *
     * @param released whether what was held is paid now: then that is why, and the causes are what changed besides
     */
    static List<Said> causes(
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
        List<Said> reasons = new ArrayList<>();
        boolean several = released || amounts.size() > 1 || !amounts.containsValue(left);
        int length = 0;
        int more = 0;
        for (Map.Entry<String, Money> one : amounts.entrySet()) {
            left = left.minus(one.getValue());
            for (Name text : texts.get(one.getKey())) {
                length += Math.max(text.zh().length(), text.en().length());
            }
            if (length > LONGEST && !reasons.isEmpty()) {
                more++;
            } else {
                Said text = joined(
                        "trueUp.why.then", texts.get(one.getKey()).stream().map(ReasonWords::cut));
                reasons.add(several ? with(text, one.getValue()) : text);
            }
        }
        if (more > 0) {
            reasons.add(Said.of("trueUp.why.more", "n", more));
        }
        if (left.signum() != 0 && !released) {
            reasons.add(with(Said.of("trueUp.why.notPaid"), left));
        }
        return reasons;
    }

    /** @param key of a sentence that puts {@code next} after {@code first} */
    private static Said joined(String key, Stream<Said> texts) {
        return texts.reduce((first, next) -> Said.of(key, "first", first, "next", next))
                .orElseThrow();
    }

    private static Said cut(Name text) {
        return Said.of("name", "name", new Name(cut(text.zh()), cut(text.en())));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    private static Said with(Said text, Money amount) {
        return text.then((amount.signum() > 0 ? " +" : " ") + String.format(Locale.ROOT, "%,.2f", amount.amount()));
    }

    /** Everything that changed and may have made it. */
    private static List<Said> changed(ClosedPeriod closed, Registers registers, String id) {
        List<Said> reasons = new ArrayList<>(decisions(closed, registers, id));
        boolean other = !closed.changes().datasets().isEmpty()
                || !closed.changes().rules().isEmpty();
        if (reasons.isEmpty() || other) {
            reasons.add(recalculated(closed.changes(), registers));
        }
        return reasons;
    }

    /** The decisions in force in the newest revision and not in the closed one that concern the person. */
    private static List<Said> decisions(ClosedPeriod closed, Registers registers, String employeeId) {
        List<Said> recorded = closed.changes().decisions().getOrDefault(employeeId, List.of());
        if (!recorded.isEmpty()) {
            return recorded;
        }
        List<Said> reasons = new ArrayList<>();
        for (Calibration calibration : registers.calibrations()) {
            if (concerns(calibration, registers, employeeId, closed.period())
                    && isNew(closed, calibration.decidedDate())) {
                reasons.add(calibrated(calibration.decisionId(), calibration.reason()));
            }
        }
        for (Appeal appeal : registers.appeals()) {
            if (appeal.employeeId().equals(employeeId)
                    && appeal.period().equals(Optional.of(closed.period()))
                    && isNew(closed, appeal.decidedAt().toLocalDate())) {
                reasons.add(appealUpheld(appeal.appealId(), appeal.subject()));
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
    private static Said recalculated(ClosedPeriod.Changes changes, Registers registers) {
        List<Said> what = new ArrayList<>();
        if (!changes.datasets().isEmpty()) {
            what.add(Said.of(
                    "trueUp.why.changed",
                    "exports",
                    changes.datasets().stream()
                            .map(dataset -> title(dataset, registers))
                            .toList()));
        }
        what.addAll(changes.rules());
        if (what.isEmpty()) {
            return Said.of("trueUp.why.recalculated");
        }
        return Said.of("trueUp.why.recalculatedFor", "what", joined(what));
    }

    private static Said title(String dataset, Registers registers) {
        return Optional.ofNullable(registers.schema(dataset))
                .map(schema -> Said.of("name", "name", new Name(schema.zh(), dataset)))
                .orElse(Said.of("register.corrections"));
    }

    /** {@code 2026-08 Commission: r2 says 1200.00, paid before 1000.00; reason: …}. */
    static Said note(ClosedPeriod closed, Component component, TrueUps.Account account, List<Said> reasons) {
        return Said.of(
                "pay.note.trueUp",
                "period",
                closed.period(),
                "component",
                component.title(),
                "revision",
                closed.newestRevision(),
                "earned",
                account.earned(component),
                "paid",
                account.paid(component),
                "reasons",
                joined(reasons));
    }

    private static Said joined(List<Said> reasons) {
        return joined("pay.note.and", reasons.stream());
    }
}
