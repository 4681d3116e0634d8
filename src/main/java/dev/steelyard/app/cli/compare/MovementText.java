package dev.steelyard.app.cli.compare;

import dev.steelyard.app.cli.text.DisplayWidth;
import dev.steelyard.app.cli.text.Numbers;
import dev.steelyard.app.cli.text.Style;
import dev.steelyard.app.cli.text.TextTable;
import dev.steelyard.app.cli.text.Texts;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.engine.compare.Cause;
import dev.steelyard.engine.compare.MoneyPart;
import dev.steelyard.engine.compare.Movement;
import dev.steelyard.engine.compare.Movements;
import dev.steelyard.engine.compare.ScorePart;
import dev.steelyard.engine.compare.Standing;
import dev.steelyard.engine.explain.Vocabulary;
import dev.steelyard.engine.insight.people.NearEdge;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Movements as people read them: how many moved and what it costs, by which causes, then person by person. */
public final class MovementText {

    private static final int DETAILS = 160;

    private final Texts texts;
    private final Style style;
    private final String currency;

    public MovementText(Session session, String currency) {
        this.texts = session.texts();
        this.style = session.out();
        this.currency = currency;
    }

    /** Who moved, and the money. */
    List<String> summary(List<Movement> all, Money before, Money after) {
        MovementTally tally = MovementTally.of(all);
        List<String> lines = new ArrayList<>();
        lines.add(
                tally.moved() == 0
                        ? texts.say("moved.nobody", "people", Numbers.count(tally.people()))
                        : texts.say(
                                "moved.people",
                                "people",
                                Numbers.count(tally.people()),
                                "moved",
                                Numbers.count(tally.moved()),
                                "points",
                                Numbers.count(tally.byPoints()),
                                "rank",
                                Numbers.count(tally.byRank()),
                                "grade",
                                Numbers.count(tally.byGrade()),
                                "status",
                                Numbers.count(tally.byStatus())));
        lines.add(texts.say(
                "moved.money",
                "before",
                amount(before),
                "after",
                amount(after),
                "change",
                signed(after.minus(before)),
                "currency",
                currency,
                "winners",
                Numbers.count(tally.winners()),
                "gain",
                signed(tally.gain()),
                "losers",
                Numbers.count(tally.losers()),
                "loss",
                signed(tally.loss())));
        return lines.stream().map(style::strong).toList();
    }

    /** How much of the money waits for a decision, where any does. */
    List<String> onHold(Movements movements) {
        Money before = movements.onHold().before();
        Money after = movements.onHold().after();
        return before.signum() == 0 && after.signum() == 0
                ? List.of()
                : List.of(texts.say(
                        "moved.on-hold",
                        "change",
                        change(amount(before), amount(after), Optional.empty()),
                        "currency",
                        currency));
    }

    /** What each cause did to everybody. */
    List<String> causes(List<Movements.ByCause> causes) {
        TextTable table = table("moved.causes.heads", false, true, true, true);
        List<Movements.ByCause> shown = causes.stream()
                .filter(one -> one.cause().kind() != Cause.Kind.ROUNDING
                        || Points.rounded(one.points()).hundredths() != 0
                        || one.money().signum() != 0)
                .toList();
        shown.forEach(one -> table.row(
                cause(one.cause()),
                Numbers.count(one.people()),
                signed(Points.rounded(one.points())),
                signed(one.money())));
        return titled("moved.causes", table, shown.isEmpty());
    }

    /** What each component of pay costs. */
    List<String> components(Movements movements) {
        TextTable table = table("moved.components.heads", false, true, true, true);
        movements
                .byComponent()
                .forEach(one -> table.row(
                        texts.say(one.what().title()),
                        amount(one.before()),
                        amount(one.after()),
                        signed(one.after().minus(one.before()))));
        return titled("moved.components", table, movements.byComponent().isEmpty());
    }

    /** How many people have each grade. */
    List<String> grades(Movements movements) {
        TextTable table = table("moved.grades.heads", false, true, true, true);
        movements
                .byGrade()
                .forEach(one -> table.row(
                        one.what(),
                        Numbers.count(one.before()),
                        Numbers.count(one.after()),
                        signed(one.after() - one.before())));
        return titled("moved.grades", table, false);
    }

    /** The people who moved most, each with the causes. */
    List<String> people(List<Movement> moved, int top) {
        List<String> lines = new ArrayList<>();
        if (moved.isEmpty()) {
            return lines;
        }
        lines.add("");
        lines.add(texts.say("moved.most"));
        moved.stream().limit(top).forEach(one -> person(one, lines));
        if (moved.size() > top) {
            lines.add("  " + style.faint(texts.say("moved.more", "count", Numbers.count(moved.size() - top))));
        }
        return lines;
    }

    /** Who stands just under an edge. */
    List<String> near(List<NearEdge> near) {
        TextTable table = table("near.heads", false, false, true, true);
        near.forEach(one -> table.row(
                name(one.person().employee().name(), one.person().id()),
                texts.say(one.kind() == NearEdge.Kind.TIER ? "near.tier" : "near.grade", "edge", one.edge()),
                Numbers.amount(one.now().rounded(2).toPlainString()),
                Numbers.amount(one.missing().rounded(2).toPlainString())));
        List<String> lines = new ArrayList<>(titled("near.title", table, near.isEmpty()));
        if (near.isEmpty()) {
            lines.add("");
            lines.add(texts.say("near.none"));
        }
        return lines;
    }

    private TextTable table(String heads, Boolean... numbers) {
        return new TextTable(List.of(numbers), List.of(texts.say(heads).split("\\|")));
    }

    private List<String> titled(String title, TextTable table, boolean empty) {
        List<String> lines = new ArrayList<>();
        if (!empty) {
            lines.add("");
            lines.add(texts.say(title));
            lines.addAll(table.lines(style));
        }
        return lines;
    }

    // ------------------------------------------------------------------ one person

    private void person(Movement one, List<String> lines) {
        String ranks = texts.say(
                "moved.rank",
                "ranks",
                change(
                        one.before()
                                .flatMap(Standing::rank)
                                .map(Object::toString)
                                .orElse("—"),
                        one.after()
                                .flatMap(Standing::rank)
                                .map(Object::toString)
                                .orElse("—"),
                        Optional.empty()));
        lines.add("  " + style.strong(name(one.name(), one.id())) + "  "
                + change(score(one.before()), score(one.after()), one.points().map(this::signed))
                + "  " + ranks + "  "
                + change(
                        one.before().flatMap(Standing::grade).orElse("—"),
                        one.after().flatMap(Standing::grade).orElse("—"),
                        Optional.empty())
                + "  "
                + change(money(one.before()), money(one.after()), Optional.of(signed(one.moneyChange()))));
        if (one.statusMoved()) {
            lines.add("      " + change(status(one.before()), status(one.after()), Optional.empty()));
        }
        Money heldThen = one.before().map(Standing::onHold).orElse(Money.ZERO);
        Money heldNow = one.after().map(Standing::onHold).orElse(Money.ZERO);
        if (!heldThen.equals(heldNow)) {
            lines.add("      "
                    + texts.say(
                            "moved.on-hold",
                            "change",
                            change(amount(heldThen), amount(heldNow), Optional.empty()),
                            "currency",
                            currency));
        }
        List<String> figures = new ArrayList<>();
        // What prints as 0.00 is left out: the others sum to the change all the same.
        List<ScorePart> shown = one.score().stream()
                .filter(part -> part.points().hundredths() != 0)
                .toList();
        shown.forEach(part -> figures.add(signed(part.points())));
        one.money().forEach(part -> figures.add(signed(part.amount())));
        int width = figures.stream().mapToInt(DisplayWidth::of).max().orElse(0);
        for (ScorePart part : shown) {
            lines.add("      " + DisplayWidth.rightAligned(signed(part.points()), width) + " "
                    + texts.say("moved.points") + "  " + said(part.cause(), part.details()));
        }
        for (MoneyPart part : one.money()) {
            lines.add("      " + DisplayWidth.rightAligned(signed(part.amount()), width) + " "
                    + DisplayWidth.padded(currency, DisplayWidth.of(texts.say("moved.points"))) + "  "
                    + texts.say(part.component().title()) + texts.say("moved.colon")
                    + said(part.cause(), part.details()));
        }
    }

    private String said(Cause cause, List<Said> details) {
        String text = details.stream()
                .map(texts::say)
                .filter(detail -> !detail.isEmpty())
                .collect(Collectors.joining(texts.say("moved.semicolon")));
        String shortened = text.length() > DETAILS ? text.substring(0, DETAILS - 1) + "…" : text;
        return cause(cause) + (shortened.isEmpty() ? "" : texts.say("moved.colon") + shortened);
    }

    /** A cause that is a change of the plan says so. */
    private String cause(Cause cause) {
        String text = texts.say(cause.text());
        return cause.isRule() ? texts.say("moved.rule", "cause", text, "rule", cause.rule()) : text;
    }

    private static String name(String name, String id) {
        return (name + " " + id).strip();
    }

    private static String change(String before, String after, Optional<String> by) {
        return (before.equals(after) ? after : before + " → " + after)
                + by.filter(text -> !before.equals(after))
                        .map(text -> " (" + text + ")")
                        .orElse("");
    }

    private static String score(Optional<Standing> standing) {
        return standing.flatMap(Standing::score).map(Points::toString).orElse("—");
    }

    private String money(Optional<Standing> standing) {
        return standing.map(Standing::money).map(this::amount).orElse("—");
    }

    /** The status, and why. */
    private String status(Optional<Standing> standing) {
        return standing.map(one -> {
                    String why = one.reasons().stream()
                            .map(texts::say)
                            .collect(Collectors.joining(texts.say("moved.semicolon")));
                    String status = texts.say(Vocabulary.status(one.status()));
                    return why.isEmpty() ? status : texts.say("moved.because", "status", status, "why", why);
                })
                .orElse(texts.say("moved.absent"));
    }

    private String amount(Money money) {
        return Numbers.amount(money.toString());
    }

    String signed(Money money) {
        return (money.signum() > 0 ? "+" : "") + amount(money);
    }

    private String signed(Points points) {
        return (points.hundredths() > 0 ? "+" : "") + points;
    }

    private static String signed(long number) {
        return (number > 0 ? "+" : "") + Numbers.count(number);
    }
}
