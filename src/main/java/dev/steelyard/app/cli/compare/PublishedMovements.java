package dev.steelyard.app.cli.compare;

import dev.steelyard.engine.compare.Movement;
import dev.steelyard.engine.compare.Standing;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.publish.Printed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Movements as two published folders tell them, without causes: for when the store has lost what they were made of. */
final class PublishedMovements {

    private static final String ID = "employee_id";

    private PublishedMovements() {}

    public static List<Movement> of(Printed before, Printed after) {
        Map<String, Map<String, String>> then = byId(before);
        Map<String, Map<String, String>> now = byId(after);
        Map<String, Money> paidThen = paid(before, line -> true);
        Map<String, Money> paidNow = paid(after, line -> true);
        Map<String, Money> heldThen = paid(before, PublishedMovements::isOnHold);
        Map<String, Money> heldNow = paid(after, PublishedMovements::isOnHold);
        Set<String> ids = new TreeSet<>(then.keySet());
        ids.addAll(now.keySet());
        List<Movement> movements = new ArrayList<>();
        for (String id : ids) {
            Map<String, String> row = now.getOrDefault(id, then.get(id));
            movements.add(new Movement(
                    id,
                    row.get("name"),
                    row.get("track"),
                    row.get("team"),
                    standing(
                            then.get(id), paidThen.getOrDefault(id, Money.ZERO), heldThen.getOrDefault(id, Money.ZERO)),
                    standing(now.get(id), paidNow.getOrDefault(id, Money.ZERO), heldNow.getOrDefault(id, Money.ZERO)),
                    List.of(),
                    List.of()));
        }
        movements.sort(Comparator.comparing(
                        (Movement one) -> one.moneyChange().amount().abs())
                .reversed()
                .thenComparing(Movement::id));
        return movements;
    }

    /** The lines of the period itself. */
    static Money own(Printed printed) {
        return sum(printed, line -> !isTrueUp(line));
    }

    /** What is made good of earlier periods. */
    static Money trueUps(Printed printed) {
        return sum(printed, PublishedMovements::isTrueUp);
    }

    /** Empty where nothing is paid. */
    static Optional<String> currency(Printed printed) {
        return printed.payout().stream().map(line -> line.get("currency")).findFirst();
    }

    private static boolean isTrueUp(Map<String, String> line) {
        return line.get("component").equals(Component.TRUE_UP.code());
    }

    private static Money sum(Printed printed, Predicate<Map<String, String>> which) {
        return printed.payout().stream()
                .filter(which)
                .map(PublishedMovements::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    private static Money amount(Map<String, String> line) {
        return new Money(new BigDecimal(line.get("amount")));
    }

    private static Optional<Standing> standing(Map<String, String> row, Money money, Money onHold) {
        return Optional.ofNullable(row)
                .map(cells -> new Standing(
                        Status.valueOf(cells.get("status").toUpperCase(Locale.ROOT)),
                        filled(cells, "final").map(Points::parse),
                        filled(cells, "rank").map(Integer::valueOf),
                        filled(cells, "grade"),
                        money,
                        onHold,
                        filled(cells, "reason").map(Said::text).stream().toList()));
    }

    private static Optional<String> filled(Map<String, String> row, String column) {
        return Optional.ofNullable(row.get(column)).filter(text -> !text.isEmpty());
    }

    private static Map<String, Map<String, String>> byId(Printed printed) {
        Map<String, Map<String, String>> byId = new HashMap<>();
        printed.scores().forEach(row -> byId.put(row.get(ID), row));
        return byId;
    }

    private static boolean isOnHold(Map<String, String> line) {
        return line.get("status").equals(PayoutLine.Status.ON_HOLD.code());
    }

    /** The lines of the period itself, by person. */
    private static Map<String, Money> paid(Printed printed, Predicate<Map<String, String>> which) {
        Map<String, Money> paid = new HashMap<>();
        printed.payout().stream()
                .filter(line -> !isTrueUp(line))
                .filter(which)
                .forEach(line -> paid.merge(line.get(ID), amount(line), Money::plus));
        return paid;
    }
}
