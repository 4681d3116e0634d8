package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.fact.ByCode;
import dev.steelyard.engine.fact.Column;
import dev.steelyard.engine.fact.Lane;
import dev.steelyard.engine.fact.Row;
import dev.steelyard.engine.fact.RowBlock;
import dev.steelyard.engine.fact.RowBlock.Picks;
import dev.steelyard.engine.fact.Schema;
import dev.steelyard.engine.unit.ExactSum;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * The profile 概貌 of a dataset, month by month: made while rows are read, mergeable in any order with the same result. Rows
 * without a readable date stand under {@link #UNDATED}.
 *
 * <p>Not for several threads.
 */
public final class Profile {

    /** The month of rows that have none. */
    public static final int UNDATED = Integer.MIN_VALUE;

    /** What is a person's in a month. */
    private static final class Own {
        private final ExactSum sum = new ExactSum();
        private final Copies.Counting copies = new Copies.Counting();
        /** The greatest amount above 0; kept as a long, like most amounts, where it fits. */
        private BigDecimal top = BigDecimal.ZERO;

        private long topUnscaled;
        private int topScale;

        void take(BigDecimal money) {
            sum.add(money);
            top = top.max(money);
        }

        void take(long unscaled, int scale) {
            sum.add(unscaled, scale);
            if (unscaled > 0 && (scale == topScale ? unscaled > topUnscaled : isAbove(unscaled, scale))) {
                topUnscaled = unscaled;
                topScale = scale;
            }
        }

        private boolean isAbove(long unscaled, int scale) {
            return BigDecimal.valueOf(unscaled, scale).compareTo(BigDecimal.valueOf(topUnscaled, topScale)) > 0;
        }

        BigDecimal top() {
            return top.max(BigDecimal.valueOf(topUnscaled, topScale));
        }
    }

    /** A month being counted; its fields are what {@link Parts} hands on. */
    private static final class Account {
        private final int month;
        private long rows;
        private long lost;
        private long priced;
        private long swapped;
        private MonthProfile.Signs odd = MonthProfile.Signs.NONE;
        private int days;
        private long said;
        private final ExactSum[] sums;
        private final long[] blanks;
        private final Greatest[] most;
        private final Map<String, Own> people = new HashMap<>();
        /** Of rows that name nobody. */
        private final Own nobody = new Own();
        /** The people by the code that they have in the block that is being added. */
        private Own[] byCode = {};
        /** Size → rows; made when the first amount comes. */
        private long[] sizes;

        Own of(int code, Lane lane, int row) {
            if (code == Lane.Codes.BLANK) {
                return nobody;
            }
            if (code < 0) {
                return people.computeIfAbsent((String) lane.value(row), id -> new Own());
            }
            if (code >= byCode.length) {
                byCode = Arrays.copyOf(byCode, Math.max(2 * byCode.length, code + 1));
            }
            if (byCode[code] == null) {
                byCode[code] = of(Lane.Codes.OTHER, lane, row);
            }
            return byCode[code];
        }

        Account(int month, int columns) {
            this.month = month;
            sums = new ExactSum[columns];
            blanks = new long[columns];
            most = new Greatest[columns];
        }

        Greatest most(int column) {
            if (most[column] == null) {
                most[column] = new Greatest();
            }
            return most[column];
        }
    }

    /**
     * A month in parts that can be kept and added to another's.
     *
     * @param days the days of the month with rows, as bits: day 1 is bit 0
     * @param said the sum of what its rows say, the same in any order
     * @param sums column → sum
     * @param blanks column → blank cells
     * @param tops person → the greatest amount of a row of theirs, 0 where none is above
     * @param copies person → how often their rows say the same; under a blank those of rows that name nobody
     * @param sizes order of magnitude with two digits → rows whose amount has it
     * @param most column of numbers, or of days but for the dataset's own → the greatest, or the latest as days since 1970
     */
    public record Parts(
            int month,
            long rows,
            long lost,
            long priced,
            long swapped,
            MonthProfile.Signs odd,
            int days,
            long said,
            Map<String, BigDecimal> sums,
            Map<String, Long> blanks,
            Map<String, BigDecimal> people,
            Map<String, BigDecimal> tops,
            Map<String, Copies> copies,
            Map<Integer, Long> sizes,
            Map<String, BigDecimal> most) {}

    /** A column with more values than these is free text: its values are not kept. */
    private static final int MOST_VALUES = 50;

    /** Sizes are two significant digits and an exponent. */
    private static final int DIGITS = 90;

    /** Amounts below 0.00000001 and from 10 to the 16th count as the least and the greatest there are. */
    private static final int LOWEST = -8;

    private static final int SIZES = 24 * DIGITS;

    private final Schema schema;
    private final boolean[] numeric;
    /** Columns of days, but for the one that puts a row in its month. */
    private final boolean[] later;

    private final int date;
    private final int person;
    private final int amount;
    private final int cost;
    private final int quantity;
    private final Contents contents;
    private final Map<Integer, Account> months = new HashMap<>();
    private final Map<String, Map<String, Long>> unread = new TreeMap<>();
    /** The block that was added last, and what the codes of its dates stand for: months with the days in them, 0 for none. */
    private RowBlock of;

    private ByCode days;

    /** The accounts of months that follow each other, each at its place. */
    private final Account[] near = new Account[32];

    /**
     * Nothing was seen yet.
     *
     * @param schema whose columns are looked at
     */
    public Profile(Schema schema) {
        this.schema = schema;
        List<Column> columns = schema.columns();
        this.numeric = new boolean[columns.size()];
        this.later = new boolean[columns.size()];
        this.date = schema.dated().map(schema::indexOf).orElse(-1);
        for (int i = 0; i < numeric.length; i++) {
            Column.Type type = columns.get(i).type();
            numeric[i] = type == Column.Type.NUMBER || type == Column.Type.AMOUNT;
            later[i] = i != date && (type == Column.Type.DATE || type == Column.Type.DATE_TIME);
        }
        this.person = schema.subject().map(schema::indexOf).orElse(-1);
        List<Integer> amounts = columns.stream()
                .filter(column -> column.type() == Column.Type.AMOUNT)
                .map(column -> schema.indexOf(column.name()))
                .toList();
        this.amount = amounts.isEmpty() ? -1 : amounts.get(0);
        this.cost = schema.column("cost").isPresent() ? schema.indexOf("cost") : -1;
        this.quantity = schema.column("quantity").isPresent() ? schema.indexOf("quantity") : -1;
        this.contents = new Contents(schema);
    }

    /** Whose columns are looked at. */
    public Schema schema() {
        return schema;
    }

    private Account account(int month) {
        int place = month & near.length - 1;
        Account account = near[place];
        if (account == null || account.month != month) {
            account = months.computeIfAbsent(month, any -> new Account(month, numeric.length));
            near[place] = account;
        }
        return account;
    }

    /** A row that was read well and is rejected all the same. */
    public void lose(Row row) {
        lose(date < 0 ? null : row.day(date));
    }

    /** A row that counts. */
    public void add(Row row) {
        LocalDate day = date < 0 ? null : row.day(date);
        Account account = account(day == null ? UNDATED : Month.of(day));
        account.rows++;
        account.days |= day == null ? 0 : 1 << (day.getDayOfMonth() - 1);
        for (int i = 0; i < numeric.length; i++) {
            Object value = row.value(i);
            if (value == null) {
                account.blanks[i]++;
            } else if (numeric[i]) {
                if (account.sums[i] == null) {
                    account.sums[i] = new ExactSum();
                }
                account.sums[i].add((BigDecimal) value);
                account.most(i).add((BigDecimal) value);
            } else if (later[i]) {
                account.most(i).add(Row.day(value).toEpochDay(), 0);
            }
        }
        BigDecimal money = amount < 0 ? null : row.number(amount);
        if (money != null && money.signum() > 0) {
            account.sizes = account.sizes == null ? new long[SIZES] : account.sizes;
            account.sizes[size(money)]++;
            BigDecimal paid = cost < 0 ? null : row.number(cost);
            if (paid != null && paid.signum() > 0) {
                account.priced++;
                account.swapped += paid.compareTo(money) > 0 ? 1 : 0;
            }
        }
        BigDecimal number = quantity < 0 ? null : row.number(quantity);
        if (money != null) {
            account.odd = account.odd.plus(MonthProfile.Signs.of(number == null ? 0 : number.signum(), money.signum()));
        }
        Contents.Prints prints = contents.of(row);
        account.said += prints.whole();
        if (person >= 0) {
            Own own = row.value(person) == null
                    ? account.nobody
                    : account.people.computeIfAbsent(row.text(person), id -> new Own());
            own.copies.add(prints.sale(), prints.undated());
            if (money != null) {
                own.take(money);
            }
        }
    }

    /** The same of rows by columns. */
    public void add(RowBlock block, Picks rows) {
        Account[] accounts = accounts(block, rows);
        for (int i = 0; i < numeric.length; i++) {
            Lane lane = block.lane(i);
            if (lane instanceof Lane.Decimals numbers) {
                addNumbers(i, numbers, numeric[i], rows, accounts);
            } else {
                addBlanks(i, lane, rows, accounts);
                if (later[i] && lane instanceof Lane.Codes days) {
                    addLatest(i, days, rows, accounts);
                }
            }
        }
        Lane.Decimals money = amount >= 0 && block.lane(amount) instanceof Lane.Decimals lane ? lane : null;
        Lane.Decimals paid = cost >= 0 && block.lane(cost) instanceof Lane.Decimals lane ? lane : null;
        if (money != null) {
            addSizes(money, paid, rows, accounts);
        }
        if (money != null) {
            Lane.Decimals numbers = quantity >= 0 && block.lane(quantity) instanceof Lane.Decimals lane ? lane : null;
            addSigns(numbers, money, rows, accounts);
        }
        Contents.Lanes prints = contents.of(block, rows);
        for (int k = 0; k < accounts.length; k++) {
            accounts[k].said += prints.whole()[k];
        }
        if (person >= 0 && block.lane(person) instanceof Lane.Codes people) {
            addPeople(people, money, prints, rows, accounts);
        }
    }

    /** The account of each row, with the row counted. */
    private Account[] accounts(RowBlock block, Picks rows) {
        Account[] accounts = new Account[rows.size()];
        Lane.Codes dates = date >= 0 && block.lane(date) instanceof Lane.Codes codes ? codes : null;
        if (of != block) {
            of = block;
            days = new ByCode(code -> code == Lane.Codes.BLANK ? 0 : dayOf(dates.of(code)));
            months.values().forEach(account -> account.byCode = new Own[0]);
        }
        for (int k = 0; k < accounts.length; k++) {
            int row = rows.get(k);
            LocalDate other = dates != null && dates.code(row) == Lane.Codes.OTHER ? Row.day(dates.value(row)) : null;
            int day = other != null ? dayOf(other) : dates == null ? 0 : days.of(dates.code(row));
            Account account = account(day == 0 ? UNDATED : (day >> 5));
            account.rows++;
            account.days |= day == 0 ? 0 : 1 << (day & 31) - 1;
            accounts[k] = account;
        }
        return accounts;
    }

    /** The month of a day with the day in it. */
    private static int dayOf(Object value) {
        LocalDate day = Row.day(value);
        return Month.of(day) << 5 | day.getDayOfMonth();
    }

    private static void addNumbers(int column, Lane.Decimals numbers, boolean summed, Picks rows, Account[] accounts) {
        for (int k = 0; k < accounts.length; k++) {
            int row = rows.get(k);
            Account account = accounts[k];
            if (numbers.scale(row) < 0) {
                account.blanks[column]++;
            } else if (summed) {
                if (account.sums[column] == null) {
                    account.sums[column] = new ExactSum();
                }
                account.sums[column].add(numbers.unscaled(row), numbers.scale(row));
                account.most(column).add(numbers.unscaled(row), numbers.scale(row));
            }
        }
    }

    private static void addLatest(int column, Lane.Codes days, Picks rows, Account[] accounts) {
        ByCode known = new ByCode(code -> (int) Row.day(days.of(code)).toEpochDay());
        for (int k = 0; k < accounts.length; k++) {
            int row = rows.get(k);
            int code = days.code(row);
            if (code != Lane.Codes.BLANK) {
                int day = code == Lane.Codes.OTHER
                        ? (int) Row.day(days.value(row)).toEpochDay()
                        : known.of(code);
                accounts[k].most(column).add(day, 0);
            }
        }
    }

    /** @param lane null where the export has not the column: then every cell is blank */
    private static void addBlanks(int column, Lane lane, Picks rows, Account[] accounts) {
        if (lane == null) {
            for (Account account : accounts) {
                account.blanks[column]++;
            }
        } else if (lane instanceof Lane.Codes codes) {
            for (int k = 0; k < accounts.length; k++) {
                if (codes.code(rows.get(k)) == Lane.Codes.BLANK) {
                    accounts[k].blanks[column]++;
                }
            }
        }
    }

    private static void addSizes(Lane.Decimals money, Lane.Decimals paid, Picks rows, Account[] accounts) {
        for (int k = 0; k < accounts.length; k++) {
            int row = rows.get(k);
            if (money.scale(row) < 0 || money.unscaled(row) <= 0) {
                continue;
            }
            Account account = accounts[k];
            account.sizes = account.sizes == null ? new long[SIZES] : account.sizes;
            account.sizes[size(money.unscaled(row), money.scale(row))]++;
            if (paid != null && paid.scale(row) >= 0 && paid.unscaled(row) > 0) {
                account.priced++;
                boolean above = paid.scale(row) == money.scale(row)
                        ? paid.unscaled(row) > money.unscaled(row)
                        : ((BigDecimal) paid.value(row)).compareTo((BigDecimal) money.value(row)) > 0;
                account.swapped += above ? 1 : 0;
            }
        }
    }

    private static void addSigns(Lane.Decimals numbers, Lane.Decimals money, Picks rows, Account[] accounts) {
        for (int k = 0; k < accounts.length; k++) {
            int row = rows.get(k);
            if (money.scale(row) >= 0) {
                boolean has = numbers != null && numbers.scale(row) >= 0;
                long quantity = has ? numbers.unscaled(row) : 0;
                long amount = money.unscaled(row);
                if (amount <= 0 || (quantity ^ amount) < 0) {
                    accounts[k].odd =
                            accounts[k].odd.plus(MonthProfile.Signs.of(Long.signum(quantity), Long.signum(amount)));
                }
            }
        }
    }

    private static void addPeople(
            Lane.Codes people, Lane.Decimals money, Contents.Lanes said, Picks rows, Account[] accounts) {
        for (int k = 0; k < accounts.length; k++) {
            int row = rows.get(k);
            Own own = accounts[k].of(people.code(row), people, row);
            own.copies.add(said.sale()[k], said.undated()[k]);
            if (money != null && money.scale(row) >= 0) {
                own.take(money.unscaled(row), money.scale(row));
            }
        }
    }

    /** A rejected row, with the day on which it would count; null where that cannot be read. */
    public void lose(LocalDate day) {
        account(day == null ? UNDATED : Month.of(day)).lost++;
    }

    /** Whether the values of a column that nobody reads are still of interest. */
    public boolean watches(String header) {
        Map<String, Long> values = unread.get(header);
        return values == null || !values.isEmpty();
    }

    /** What used rows hold in a column that nobody reads; blank is nothing. */
    public void addUnread(String header, String value, long rows) {
        if (!value.isEmpty() && watches(header)) {
            Map<String, Long> values = unread.computeIfAbsent(header, any -> new TreeMap<>());
            values.merge(value, rows, Long::sum);
            if (values.size() > MOST_VALUES) {
                values.clear();
            }
        }
    }

    /** Column that nobody reads → value → used rows; no values where it is free text. */
    public Map<String, Map<String, Long>> unread() {
        return unread;
    }

    /** Adds another's columns that nobody reads. */
    public void addUnread(Map<String, Map<String, Long>> other) {
        other.forEach((header, values) -> {
            if (values.isEmpty()) {
                unread.put(header, new TreeMap<>());
            } else {
                values.forEach((value, rows) -> addUnread(header, value, rows));
            }
        });
    }

    /** The first two digits of a number above 0, and how large it is: {@code 9040} lies between 40 and 41 hundred. */
    private static int size(BigDecimal number) {
        BigInteger unscaled = number.unscaledValue();
        if (number.precision() <= 18) {
            return size(unscaled.longValue(), number.scale());
        }
        int digits = unscaled.divide(BigInteger.TEN.pow(number.precision() - 2)).intValue();
        return size(number.precision(), number.scale(), digits);
    }

    /** @param unscaled of at most 18 digits */
    private static int size(long unscaled, int scale) {
        int precision = 1;
        while (precision < POWERS.length && unscaled >= POWERS[precision]) {
            precision++;
        }
        return size(
                precision,
                scale,
                precision > 2 ? (int) (unscaled / POWERS[precision - 2]) : (int) unscaled * (precision == 1 ? 10 : 1));
    }

    private static int size(int precision, int scale, int digits) {
        return Math.min(Math.max((precision - scale - LOWEST) * DIGITS + digits - 10, 0), SIZES - 1);
    }

    private static final long[] POWERS = new long[18];

    static {
        Arrays.setAll(POWERS, i -> BigInteger.TEN.pow(i).longValue());
    }

    /** The least number of a size. */
    private static BigDecimal least(int size) {
        int exponent = size / DIGITS + LOWEST;
        return BigDecimal.valueOf(size % DIGITS + 10L).scaleByPowerOfTen(exponent - 2);
    }

    /** Adds another's counts. */
    public void add(Parts parts) {
        Account account = account(parts.month());
        account.rows += parts.rows();
        account.lost += parts.lost();
        account.priced += parts.priced();
        account.swapped += parts.swapped();
        account.odd = account.odd.plus(parts.odd());
        account.days |= parts.days();
        account.said += parts.said();
        parts.sums().forEach((column, sum) -> {
            int i = schema.indexOf(column);
            if (account.sums[i] == null) {
                account.sums[i] = new ExactSum();
            }
            account.sums[i].add(sum);
        });
        parts.blanks().forEach((column, count) -> account.blanks[schema.indexOf(column)] += count);
        parts.people()
                .forEach((id, sum) ->
                        account.people.computeIfAbsent(id, any -> new Own()).sum.add(sum));
        parts.tops().forEach((id, top) -> {
            Own own = account.people.computeIfAbsent(id, any -> new Own());
            own.top = own.top.max(top);
        });
        parts.copies().forEach((id, copies) -> {
            Own own = id.isEmpty() ? account.nobody : account.people.computeIfAbsent(id, any -> new Own());
            own.copies.add(copies);
        });
        if (!parts.sizes().isEmpty()) {
            account.sizes = account.sizes == null ? new long[SIZES] : account.sizes;
            parts.sizes().forEach((size, count) -> account.sizes[size] += count);
        }
        parts.most()
                .forEach((column, most) -> account.most(schema.indexOf(column)).add(most));
    }

    /** Everything counted so far, oldest month first. */
    public List<Parts> parts() {
        return new TreeMap<>(months)
                .entrySet().stream()
                        .map(entry -> parts(entry.getKey(), entry.getValue()))
                        .toList();
    }

    private Parts parts(int month, Account account) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        Map<String, Long> blanks = new TreeMap<>();
        Map<String, BigDecimal> most = new TreeMap<>();
        for (int i = 0; i < numeric.length; i++) {
            String column = schema.columns().get(i).name();
            if (account.most[i] != null) {
                most.put(column, account.most[i].value());
            }
            if (account.sums[i] != null) {
                sums.put(column, account.sums[i].total());
            }
            if (account.blanks[i] > 0) {
                blanks.put(column, account.blanks[i]);
            }
        }
        Map<String, BigDecimal> people = new TreeMap<>();
        Map<String, BigDecimal> tops = new TreeMap<>();
        Map<String, Copies> copies = new TreeMap<>();
        account.people.forEach((id, own) -> {
            tops.put(id, own.top());
            people.put(id, own.sum.total());
            copies.put(id, own.copies.copies());
        });
        Copies ofNobody = account.nobody.copies.copies();
        if (ofNobody.rows() > 0) {
            copies.put("", ofNobody);
        }
        Map<Integer, Long> sizes = new TreeMap<>();
        for (int size = 0; account.sizes != null && size < SIZES; size++) {
            if (account.sizes[size] > 0) {
                sizes.put(size, account.sizes[size]);
            }
        }
        return new Parts(
                month,
                account.rows,
                account.lost,
                account.priced,
                account.swapped,
                account.odd,
                account.days,
                account.said,
                sums,
                blanks,
                people,
                tops,
                copies,
                sizes,
                most);
    }

    /** Month → what the export holds of it, oldest first; rows without a month under {@link #UNDATED}. */
    public TreeMap<Integer, MonthProfile> months() {
        return months(month -> true);
    }

    /** @param closely of which months it is asked what single people's rows say */
    public TreeMap<Integer, MonthProfile> months(IntPredicate closely) {
        TreeMap<Integer, MonthProfile> all = new TreeMap<>();
        parts().forEach(parts -> all.put(parts.month(), profile(parts, closely.test(parts.month()))));
        return all;
    }

    private static MonthProfile profile(Parts parts, boolean closely) {
        return new MonthProfile(
                parts.rows(),
                parts.lost(),
                parts.sums(),
                parts.blanks(),
                parts.days(),
                parts.people().size(),
                parts.people(),
                tops(parts),
                median(parts.sizes()),
                parts.priced(),
                parts.swapped(),
                parts.odd(),
                repeats(parts.copies()),
                parts.said(),
                spread(parts.sizes()),
                closely ? prints(parts.copies()) : Map.of(),
                parts.most());
    }

    private static Map<String, MonthProfile.Print> prints(Map<String, Copies> copies) {
        Map<String, MonthProfile.Print> prints = new TreeMap<>();
        copies.forEach((id, own) ->
                prints.put(id, new MonthProfile.Print(own.rows(), own.differentButForDay(), own.undated())));
        return prints;
    }

    private static Map<String, MonthProfile.Top> tops(Parts parts) {
        Map<String, MonthProfile.Top> tops = new TreeMap<>();
        parts.tops().forEach((id, top) -> {
            if (top.signum() > 0) {
                tops.put(id, new MonthProfile.Top(top, parts.copies().get(id).rows()));
            }
        });
        return tops;
    }

    private static MonthProfile.Repeats repeats(Map<String, Copies> copies) {
        Map<String, MonthProfile.Repeated> repeated = new TreeMap<>();
        List<Copies> others = new ArrayList<>();
        copies.forEach((id, own) -> {
            if (own.times() > 1) {
                repeated.put(id, new MonthProfile.Repeated(own.rows(), own.times(), own.different()));
            } else {
                others.add(own);
            }
        });
        return new MonthProfile.Repeats(repeated, Copies.areOftenAlike(others));
    }

    private static Optional<BigDecimal> median(Map<Integer, Long> sizes) {
        return quantile(sizes, 10);
    }

    private static Optional<MonthProfile.Spread> spread(Map<Integer, Long> sizes) {
        return quantile(sizes, 1)
                .map(low -> new MonthProfile.Spread(low, quantile(sizes, 19).orElseThrow()));
    }

    /** The size that so many twentieths of the rows reach. */
    private static Optional<BigDecimal> quantile(Map<Integer, Long> sizes, int twentieths) {
        long all = sizes.values().stream().mapToLong(Long::longValue).sum();
        long before = 0;
        for (Map.Entry<Integer, Long> size : new TreeMap<>(sizes).entrySet()) {
            before += size.getValue();
            if (20 * before >= twentieths * all) {
                return Optional.of(least(size.getKey()));
            }
        }
        return Optional.empty();
    }
}
