package dev.steelyard.output.workbook.statement;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.Customer;
import dev.steelyard.engine.insight.people.PeerFeedback;
import dev.steelyard.engine.pay.CreditedRows;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PersonalPayout;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.run.PersonalChanges;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.score.Remark;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.Balances;
import dev.steelyard.output.workbook.Reasons;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.StateWords;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A person's page: score → grade → each component → total, each line a sentence; appeal and signatures. */
final class StatementPage {

    /** The words before the sums, by which a statement is read back. */
    static final Said PAY = Said.of("statement.totalPayable");

    static final Said ON_HOLD = Said.of("statement.totalHold");
    static final Said CARRIED = Said.of("statement.totalCarried");

    private static final Said HOW = Said.of("statement.how");
    private static final Said WHY = Said.of("statement.whyWhatDo");
    private static final Width LABEL = Width.wrap(31);
    private static final Width FIGURE = Width.fit(14, 18);
    private static final Width WORDS = Width.wrap(83);

    private static final int MOST_TEXTS = 5;

    private record Line(String label, Datum figure, String words, Tone tone) {}

    private final Report report;
    private final ScoreLines scores;
    private final PayLines pay;
    private final AppealWords appeals;
    private final Reasons reasons;
    private final Balances balances;
    private final PersonalChanges changes;

    /** @param changes what changed of the people */
    StatementPage(Report report, Optional<LocalDate> published, PersonalChanges changes) {
        this.report = report;
        this.changes = changes;
        this.scores = new ScoreLines(report);
        this.pay = new PayLines(report);
        this.appeals = new AppealWords(report, published);
        this.reasons = new Reasons(report);
        this.balances = new Balances(report);
    }

    Sheet sheet(StatementRecipient person, OwnFacts.Of own) {
        Employee employee = person.employee();
        return new Sheet.Form(
                report.say("statement.statement"),
                report.ofPeriod("statement.statementPeriod"),
                Stream.of(who(employee), what(), standing(), since(person))
                        .filter(line -> !line.isEmpty())
                        .toList(),
                blocks(person, own));
    }

    private List<Block<?>> blocks(StatementRecipient person, OwnFacts.Of own) {
        List<Block<?>> blocks = new ArrayList<>();
        score(person, own).ifPresent(blocks::add);
        held(person).ifPresent(blocks::add);
        blocks.add(payout(person, own));
        credited(own).ifPresent(blocks::add);
        lost(own).ifPresent(blocks::add);
        own.praised().filter(said -> said.kudos() > 0).map(this::praised).ifPresent(blocks::add);
        blocks.add(appeal(person));
        blocks.add(signatures());
        return blocks;
    }

    private String who(Employee employee) {
        List<String> parts = Stream.of(
                        (report.say("interview.employeeId", "employee", employee.name(), "id", employee.id())).strip(),
                        report.track(employee.track()),
                        report.say("alerts.tasks.team", "team", employee.team()),
                        employee.region())
                .filter(part -> !part.isBlank())
                .toList();
        return String.join(" · ", parts);
    }

    private String what() {
        Period period = report.identity().period();
        return String.join(
                " · ",
                report.say("statement.to", "period", period, "first", period.first(), "last", period.last()),
                report.say("statement.plan", "plan", report.identity().plan()),
                report.standing());
    }

    /** What the employee may count on; finance reads elsewhere when to pay. */
    private String standing() {
        boolean open = !report.isClosed()
                && !report.isLate()
                && !report.identity().isTrial()
                && !report.identity().samples();
        return open ? report.say("statement.open") : report.standingMeans();
    }

    /** Against the period before, dimension by dimension; blank for whoever was not scored in it. */
    private String since(StatementRecipient person) {
        Period before = report.identity().period().previous();
        return person.card()
                .filter(card -> card.pooled().score().isPresent())
                .flatMap(card -> report.result().input().history().of(before).stream()
                        .filter(earlier ->
                                earlier.employeeId().equals(person.employee().id())
                                        && earlier.score().isPresent())
                        .findFirst()
                        .map(earlier -> since(card, earlier)))
                .orElse("");
    }

    private String since(RankedScorecard card, EarlierScorecard before) {
        List<String> moved = card.card().dimensions().values().stream()
                .flatMap(now -> moved(
                        report.dimension(now.dimension()),
                        now.points(),
                        Optional.ofNullable(before.dimensions().get(now.dimension())))
                        .stream())
                .toList();
        return report.say(
                "statement.since",
                "period",
                before.period(),
                "score",
                before.score().orElseThrow(),
                "grade",
                before.grade()
                        .map(grade -> report.say("statement.since.grade", "grade", grade))
                        .orElse(""),
                "now",
                card.pooled().score().orElseThrow(),
                "moved",
                moved.isEmpty()
                        ? report.say("statement.since.same")
                        : report.words().list(moved));
    }

    private static Optional<String> moved(String name, Optional<Points> now, Optional<Points> before) {
        if (now.isEmpty() || before.isEmpty() || now.equals(before)) {
            return Optional.empty();
        }
        Points by = now.get().minus(before.get());
        return Optional.of(name + " " + (by.hundredths() > 0 ? "+" : "") + by);
    }

    private Block<Line> block(String title, String figure, String words, List<Line> lines) {
        List<Column<Line>> columns = List.of(
                Column.text("what", report.say("word.item"), LABEL, line -> line.label()),
                Column.of("figure", figure, FIGURE, Format.MONEY, Line::figure),
                Column.text("how", words, WORDS, line -> line.words()));
        return Block.of(title, columns, lines, "").toned(Line::tone);
    }

    private Optional<Block<Line>> score(StatementRecipient person, OwnFacts.Of own) {
        if (person.card().isEmpty() || person.is(Status.HELD)) {
            return Optional.empty();
        }
        List<Line> lines = scores.of(person.card().orElseThrow().participant()).stream()
                .map(line -> new Line(
                        "  ".repeat(line.depth()) + line.label(),
                        new Datum.Text(line.figure()),
                        line.how(),
                        line.depth() == 0 ? Tone.STRONG : Tone.PLAIN))
                .toList();
        List<Remark> remarks = person.card().orElseThrow().remarks();
        Block<Line> block =
                block(report.say("statement.scoreGrade"), report.say("word.points"), report.say(HOW), lines);
        List<String> notes = new ArrayList<>();
        if (!remarks.isEmpty()) {
            notes.add(report.say("statement.note", "remarks", reasons.of(remarks)));
        }
        changes.own(person.card().orElseThrow()).forEach(change -> notes.add(report.say(change)));
        own.splits().forEach(effect -> notes.add(report.say(PersonalChanges.split(effect))));
        return Optional.of(notes.isEmpty() ? block : block.outro(notes));
    }

    private Block<Line> payout(StatementRecipient person, OwnFacts.Of own) {
        PersonalPayout sums = PersonalPayout.of(person.employee().id(), person.lines());
        List<Line> lines = new ArrayList<>();
        for (PayoutLine line : person.lines()) {
            lines.add(new Line(
                    report.say(line.component().title()),
                    Datum.money(line.amount()),
                    pay.sentence(line, person, own)
                            + (isReached(line, person.lines()) ? report.say("statement.tier.reached") : ""),
                    line.status() == PayoutLine.Status.PAY ? Tone.PLAIN : Tone.QUIET));
        }
        lines.add(sum(PAY, sums.pay(), payable(person, sums)));
        if (sums.onHold().signum() != 0) {
            lines.add(sum(ON_HOLD, sums.onHold(), report.say("statement.notPaidUntilCleared")));
        }
        if (sums.carried().signum() != 0) {
            lines.add(sum(CARRIED, sums.carried(), report.say("statement.notPaidHere")));
        }
        Money owed = balances.after(person.employee().id());
        if (owed.signum() != 0 || balances.before(person.employee().id()).signum() != 0) {
            lines.add(new Line(report.say("balance"), Datum.money(owed), balance(person.employee(), owed), Tone.QUIET));
        }
        Block<Line> block = block(
                report.say(
                        "statement.payoutBeforeTax", "currency", report.plan().currency()),
                report.say("word.amount"),
                report.say(HOW),
                lines);
        List<String> returned = own.returns().stream()
                .map(back -> report.say(changes.returned(back, person.lines())))
                .toList();
        return returned.isEmpty() ? block : block.outro(returned);
    }

    /** Whether it is the highest of several tiers that the person's commission reached. */
    private static boolean isReached(PayoutLine line, List<PayoutLine> lines) {
        List<PayoutLine> tiers = lines.stream()
                .filter(other -> other.component() == PayoutLine.Component.COMMISSION
                        && other.rule().equals(line.rule())
                        && other.sourcePeriod().equals(line.sourcePeriod()))
                .toList();
        return tiers.size() > 1 && tiers.get(tiers.size() - 1).equals(line);
    }

    /** The lines that commission is earned on: count, sum, the largest. */
    private Optional<Block<Line>> credited(OwnFacts.Of own) {
        List<Line> lines = new ArrayList<>();
        for (CreditedRows.Credit credit : own.credits()) {
            lines.add(new Line(
                    report.say(credit.rule()),
                    Datum.money(Money.rounded(credit.amount())),
                    report.say(
                            credit.rows() == credit.largest().size()
                                    ? "statement.credited.all"
                                    : "statement.credited.sum",
                            "rows",
                            credit.rows(),
                            "shown",
                            credit.largest().size()),
                    Tone.STRONG));
            for (CreditedRows.Row row : credit.largest()) {
                lines.add(new Line(
                        "  " + row.line(),
                        Datum.money(Money.rounded(row.amount())),
                        row.day() + " " + customer(row.customer()),
                        Tone.PLAIN));
            }
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(block(
                        report.say("statement.credited"),
                        report.say("word.amount"),
                        report.say("statement.credited.what"),
                        lines));
    }

    private String customer(String id) {
        return report.result()
                .input()
                .registers()
                .find(Customer.DATASET, id)
                .map(Customer::customerName)
                .filter(name -> !name.isEmpty())
                .map(name -> report.say("word.nameId", "name", name, "id", id))
                .orElse(id);
    }

    /** Rows that name the person and did not count, each with its reason. */
    private Optional<Block<Line>> lost(OwnFacts.Of own) {
        List<String> sentences = new ArrayList<>(own.lost());
        if (sentences.isEmpty()) {
            return Optional.empty();
        }
        if (own.more() > 0) {
            sentences.add(report.say("statement.lost.more", "more", own.more()));
        }
        sentences.add(report.say("statement.lost.remedy"));
        return Optional.of(block(report.say("statement.lost"), report.say("statement.mark"), report.say(HOW), List.of())
                .intro(sentences.toArray(String[]::new)));
    }

    /** Praise reaches whom it is meant for: its number, and its texts from so many answers on that nobody can be guessed. */
    private Block<Line> praised(PeerFeedback feedback) {
        List<String> sentences = new ArrayList<>();
        sentences.add(report.say("statement.praised.count", "kudos", feedback.kudos()));
        List<PeerFeedback.Text> texts =
                feedback.texts().stream().filter(PeerFeedback.Text::isKudos).toList();
        texts.stream()
                .limit(MOST_TEXTS)
                .forEach(text -> sentences.add(
                        report.say("statement.praised.text", "text", text.text().replaceAll("\\s+", " "))));
        sentences.addAll(report.more(texts.size() - MOST_TEXTS));
        return block(report.say("statement.praised"), report.say("statement.mark"), report.say(HOW), List.of())
                .intro(sentences.toArray(String[]::new));
    }

    /** What may still be taken, or that nothing is. */
    private String balance(Employee person, Money owed) {
        String moved = report.say(
                "balance.moved",
                "before",
                Format.grouped(balances.before(person.id()).amount()),
                "carried",
                Format.grouped(balances.carried(person.id()).amount()),
                "recovered",
                Format.grouped(balances.recovered(person.id()).amount()));
        boolean left = person.hasLeftBy(report.identity().asOf());
        return moved
                + report.say(owed.signum() <= 0 ? "balance.settled" : left ? "balance.claim.own" : "balance.later");
    }

    private Line sum(Said name, Money amount, String words) {
        return new Line(report.say(name), Datum.money(amount), words, Tone.STRONG);
    }

    private String payable(StatementRecipient person, PersonalPayout sums) {
        if (person.is(Status.HELD)) {
            return report.say("statement.heldNothingPaidPeriod");
        }
        return sums.lines() == 0
                ? report.say("statement.noCommissionBonusPeriod")
                : report.say("statement.sumItemsEachRounded");
    }

    /** Why a held person is not scored, and what the person does about it. */
    private Optional<Block<Line>> held(StatementRecipient person) {
        if (!person.is(Status.HELD)) {
            return Optional.empty();
        }
        List<Line> lines = person.card().orElseThrow().card().holds().stream()
                .map(hold -> new Line(
                        report.say(StateWords.of(Status.HELD)), Datum.NONE, reasons.of(hold) + remedy(hold), Tone.LOW))
                .toList();
        List<Remark> besides = person.card().orElseThrow().remarks().stream()
                .filter(remark -> remark.kind() == Remark.Kind.VETO)
                .toList();
        Block<Line> block =
                block(report.say("statement.whyThereNoScore"), report.say("word.points"), report.say(WHY), lines);
        return Optional.of(
                besides.isEmpty()
                        ? block
                        : block.outro(List.of(report.say("statement.note", "remarks", reasons.of(besides)))));
    }

    private String remedy(Remark hold) {
        return hold.kind() == Remark.Kind.NO_TARGET
                ? report.say("statement.agreeTargetYourManager")
                : report.say("statement.checkYourManagerWhether");
    }

    private Block<Line> appeal(StatementRecipient person) {
        String period = person.card()
                .map(card -> card.participant().scope().period())
                .orElse(report.identity().period())
                .toString();
        boolean over = person.card().isEmpty() || person.is(Status.HELD);
        List<String> lines = over
                ? appeals.of(period)
                : appeals.withForm(period, person.card().orElseThrow());
        return block(report.say("statement.appeal"), report.say("statement.mark"), report.say(HOW), List.of())
                .intro(lines.toArray(String[]::new));
    }

    private Block<Line> signatures() {
        String line = "________________";
        return block(report.say("statement.signatures"), report.say("statement.mark"), report.say(HOW), List.of())
                .intro(
                        report.say("statement.iReadCheckedFigures"),
                        "",
                        report.say("statement.employeeDate", "line", line),
                        "",
                        report.say("statement.managerDate", "line", line));
    }
}
