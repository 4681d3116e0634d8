package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.pay.VoucherEntry.Side;
import dev.steelyard.engine.plan.Voucher;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.said.Speech;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A payout as the entries of a voucher 凭证: the payable lines, summed by account and by what the mapping says. Entries
 * that come to 0 are left out.
 *
 * @param payable the sum of the payable lines
 */
public record VoucherEntries(Voucher voucher, Occasion occasion, List<VoucherEntry> entries, Money payable) {

    /** The names that stand in braces in a summary. */
    public static final List<String> PLACEHOLDERS =
            List.of("period", "entry", "department", "person", "name", "edition", "job");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    /**
     * What a voucher says of its run.
     *
     * @param mark stands before each summary, so that nobody books what may still change; blank once the period is closed
     * @param speech the language of its summaries
     */
    public record Occasion(
            String job, Period period, String edition, LocalDate asOf, String currency, String mark, Speech speech) {}

    /** The two sides of a voucher differ, or they leave out a part of the payout. */
    public static final class Unbalanced extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String voucher;
        private final transient Money debit;
        private final transient Money credit;
        private final transient Money payable;

        Unbalanced(String voucher, Money debit, Money credit, Money payable) {
            super("voucher " + voucher + ": debit " + debit + ", credit " + credit + ", payable " + payable);
            this.voucher = voucher;
            this.debit = debit;
            this.credit = credit;
            this.payable = payable;
        }

        /** The name of the mapping. */
        public String voucher() {
            return voucher;
        }

        /** The sum of the debit side, to the cent. */
        public Money debit() {
            return debit;
        }

        /** The sum of the credit side, to the cent. */
        public Money credit() {
            return credit;
        }

        /** The sum of the payable lines, to the cent. */
        public Money payable() {
            return payable;
        }
    }

    public VoucherEntries {
        entries = List.copyOf(entries);
    }

    /**
     * The entries, debits first.
     *
     * @throws Unbalanced if debit, credit and the payable sum are not the same
     */
    public static VoucherEntries of(Voucher voucher, Occasion occasion, List<PayoutLine> payout) {
        List<PayoutLine> lines = payout.stream()
                .filter(line -> line.status() == PayoutLine.Status.PAY)
                .toList();
        List<VoucherEntry> entries = new ArrayList<>();
        for (Side side : Side.values()) {
            List<Voucher.Posting> postings = side == Side.DEBIT ? voucher.debit() : voucher.credit();
            for (Voucher.Posting posting : postings) {
                add(voucher, occasion, side, posting, booked(posting, postings, lines), entries);
            }
        }
        VoucherEntries all = new VoucherEntries(voucher, occasion, entries, sum(lines));
        if (!all.sum(Side.DEBIT).equals(all.sum(Side.CREDIT))
                || !all.sum(Side.DEBIT).equals(all.payable())) {
            throw new Unbalanced(voucher.voucher(), all.sum(Side.DEBIT), all.sum(Side.CREDIT), all.payable());
        }
        return all;
    }

    /** What the entries of a side come to, to the cent; negative entries lower it. */
    public Money sum(Side side) {
        return entries.stream().map(entry -> entry.on(side).orElse(Money.ZERO)).reduce(Money.ZERO, Money::plus);
    }

    /** The day that the voucher bears. */
    public LocalDate day() {
        return voucher.date() == Voucher.Day.AS_OF
                ? occasion.asOf()
                : occasion.period().last();
    }

    /** What stands in a column of an entry's row; empty for nothing. */
    public Optional<Cell> cell(Voucher.Column column, VoucherEntry entry) {
        Optional<Cell> cell = column.text().isPresent()
                ? column.text().map(Cell.Fixed::new)
                : value(column.value().orElseThrow(), entry);
        return cell.or(() -> column.empty().map(Cell.Fixed::new));
    }

    private Optional<Cell> value(Voucher.Value value, VoucherEntry entry) {
        return switch (value) {
            case DATE -> Optional.of(new Cell.Day(day()));
            case YEAR -> Optional.of(new Cell.Whole(day().getYear()));
            case MONTH -> Optional.of(new Cell.Whole(day().getMonthValue()));
            case WORD -> Optional.of(new Cell.Fixed(voucher.word()));
            case NUMBER -> Optional.of(new Cell.Whole(voucher.number()));
            case ENTRY -> Optional.of(new Cell.Whole(entry.number()));
            case SUMMARY -> Optional.of(new Cell.Text(entry.summary()));
            case ACCOUNT -> Optional.of(new Cell.Fixed(entry.posting().account()));
            case ACCOUNT_NAME -> entry.posting().accountName().map(Cell.Fixed::new);
            case DEPARTMENT -> entry.department().map(Cell.Text::new);
            case PERSON -> entry.person().map(Employee::id).map(Cell.Text::new);
            case PERSON_NAME -> entry.person().map(Employee::name).map(Cell.Text::new);
            case DEBIT -> entry.on(Side.DEBIT).map(Cell.Amount::new);
            case CREDIT -> entry.on(Side.CREDIT).map(Cell.Amount::new);
            case CURRENCY -> Optional.of(new Cell.Fixed(occasion.currency()));
        };
    }

    /** The content of a cell. */
    public sealed interface Cell {

        /** What the mapping or the engine itself wrote. */
        record Fixed(String text) implements Cell {}

        /** What holds words of an export: never a formula. */
        record Text(String text) implements Cell {}

        record Whole(int number) implements Cell {}

        record Day(LocalDate day) implements Cell {}

        record Amount(Money amount) implements Cell {}
    }

    private static Money sum(List<PayoutLine> lines) {
        return lines.stream().map(PayoutLine::amount).reduce(Money.ZERO, Money::plus);
    }

    private static List<PayoutLine> booked(
            Voucher.Posting posting, List<Voucher.Posting> side, List<PayoutLine> lines) {
        return lines.stream()
                .filter(line -> takes(posting, side, line.component()))
                .toList();
    }

    private static boolean takes(Voucher.Posting posting, List<Voucher.Posting> side, Component component) {
        String code = component.code();
        return posting.components().isEmpty()
                ? side.stream().noneMatch(other -> other.components().contains(code))
                : posting.components().contains(code);
    }

    private static void add(
            Voucher voucher,
            Occasion occasion,
            Side side,
            Voucher.Posting posting,
            List<PayoutLine> lines,
            List<VoucherEntry> entries) {
        Map<String, List<PayoutLine>> groups = new TreeMap<>(CodePoints.ORDER);
        for (PayoutLine line : lines) {
            String group =
                    switch (posting.by()) {
                        case TOTAL -> "";
                        case DEPARTMENT -> department(voucher, line.employee());
                        case PERSON -> line.employee().id();
                    };
            groups.computeIfAbsent(group, name -> new ArrayList<>()).add(line);
        }
        for (List<PayoutLine> group : groups.values()) {
            Employee first = group.get(0).employee();
            Optional<Employee> person = posting.by() == Voucher.Grouping.PERSON ? Optional.of(first) : Optional.empty();
            Optional<String> department =
                    posting.by() == Voucher.Grouping.TOTAL ? Optional.empty() : Optional.of(department(voucher, first));
            Money amount = sum(group);
            if (amount.signum() != 0) {
                String summary = summary(voucher, occasion, posting, department, person);
                entries.add(new VoucherEntry(entries.size() + 1, side, posting, summary, department, person, amount));
            }
        }
    }

    private static String department(Voucher voucher, Employee employee) {
        String own =
                switch (voucher.department().of()) {
                    case COST_CENTER -> employee.costCenter();
                    case TEAM -> employee.team();
                    case REGION -> employee.region();
                };
        return voucher.department().codes().getOrDefault(own, own);
    }

    /** The summary with its placeholders filled; what an entry has no value for leaves no gap. */
    private static String summary(
            Voucher voucher,
            Occasion occasion,
            Voucher.Posting posting,
            Optional<String> department,
            Optional<Employee> person) {
        Map<String, String> values = Map.of(
                "period", occasion.period().toString(),
                "entry", occasion.speech().say(Said.of("name", "name", posting.name())),
                "department", department.orElse(""),
                "person", person.map(Employee::id).orElse(""),
                "name", person.map(Employee::name).orElse(""),
                "edition", occasion.edition(),
                "job", occasion.job());
        String filled = PLACEHOLDER
                .matcher(voucher.summary())
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
        return (occasion.mark() + filled).replaceAll("\\s+", " ").strip();
    }

    /** The names in braces of a summary. */
    public static List<String> placeholders(String summary) {
        return PLACEHOLDER
                .matcher(summary)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
