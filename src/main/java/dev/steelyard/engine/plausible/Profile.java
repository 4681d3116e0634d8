package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.dataset.ByCode;
import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Lane;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.RowBlock;
import dev.steelyard.engine.dataset.RowBlock.Picks;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.unit.ExactSum;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** A column with more values than these is free text: its values are not kept. */
    private static final int MOST_VALUES = 50;

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
    private final IntPredicate closely;
    private final People people = new People();
    private final Map<Integer, MonthAccount> months = new HashMap<>();
    private final Map<String, Map<String, Long>> unread = new TreeMap<>();
    /** The block that was added last, and what the codes of its dates stand for: months with the days in them, 0 for none. */
    private RowBlock of;

    private ByCode days;

    /** The accounts of months that follow each other, each at its place. */
    private final MonthAccount[] near = new MonthAccount[32];

    /**
     * Nothing was seen yet.
     *
     * @param schema whose columns are looked at
     */
    public Profile(Schema schema) {
        this(schema, month -> true);
    }

    /**
     * The same, of parts alone.
     *
     * @param closely of which months it is asked what single people's rows say
     */
    public Profile(Schema schema, IntPredicate closely) {
        this.schema = schema;
        this.closely = closely;
        List<DatasetColumn> columns = schema.columns();
        this.numeric = new boolean[columns.size()];
        this.later = new boolean[columns.size()];
        this.date = schema.dated().map(schema::indexOf).orElse(-1);
        for (int i = 0; i < numeric.length; i++) {
            DatasetColumn.Type type = columns.get(i).type();
            numeric[i] = type == DatasetColumn.Type.NUMBER || type == DatasetColumn.Type.AMOUNT;
            later[i] = i != date && type.isDay();
        }
        this.person = schema.subject().map(schema::indexOf).orElse(-1);
        List<Integer> amounts = columns.stream()
                .filter(column -> column.type() == DatasetColumn.Type.AMOUNT)
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

    private MonthAccount account(int month) {
        int place = month & near.length - 1;
        MonthAccount account = near[place];
        if (account == null || account.month != month) {
            account =
                    months.computeIfAbsent(month, any -> new MonthAccount(month, numeric.length, closely.test(month)));
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
        MonthAccount account = account(day == null ? UNDATED : Month.of(day));
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
            account.sizes = account.sizes == null ? new long[Sizes.COUNT] : account.sizes;
            account.sizes[Sizes.of(money)]++;
            BigDecimal paid = cost < 0 ? null : row.number(cost);
            if (paid != null && paid.signum() > 0) {
                account.priced++;
                account.swapped += paid.compareTo(money) > 0 ? 1 : 0;
                if (paid.scaleByPowerOfTen(1).compareTo(money) <= 0) {
                    account.odd = account.odd.plus(MonthProfile.Signs.CHEAP);
                }
            }
        }
        BigDecimal number = quantity < 0 ? null : row.number(quantity);
        if (money != null) {
            account.odd = account.odd.plus(MonthProfile.Signs.of(number == null ? 0 : number.signum(), money.signum()));
        }
        Contents.Prints prints = contents.of(row);
        account.said += prints.whole();
        if (person >= 0) {
            int place = row.value(person) == null ? OwnFigures.NOBODY : account.own.place(people.of(row.text(person)));
            account.own.add(place, prints.sale(), prints.undated());
            if (money != null) {
                account.own.take(place, money);
            }
        }
    }

    /** The same of rows by columns. */
    public void add(RowBlock block, Picks rows) {
        MonthAccount[] accounts = accounts(block, rows);
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
        if (person >= 0 && block.lane(person) instanceof Lane.Codes named) {
            addPeople(named, money, prints, rows, accounts);
        }
    }

    /** The account of each row, with the row counted. */
    private MonthAccount[] accounts(RowBlock block, Picks rows) {
        MonthAccount[] accounts = new MonthAccount[rows.size()];
        Lane.Codes dates = date >= 0 && block.lane(date) instanceof Lane.Codes codes ? codes : null;
        if (of != block) {
            of = block;
            days = new ByCode(code -> code == Lane.Codes.BLANK ? 0 : dayOf(dates.of(code)));
            months.values().forEach(account -> account.byCode = new int[0]);
        }
        for (int k = 0; k < accounts.length; k++) {
            int row = rows.get(k);
            LocalDate other = dates != null && dates.code(row) == Lane.Codes.OTHER ? Row.day(dates.value(row)) : null;
            int day = other != null ? dayOf(other) : dates == null ? 0 : days.of(dates.code(row));
            MonthAccount account = account(day == 0 ? UNDATED : (day >> 5));
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

    private static void addNumbers(
            int column, Lane.Decimals numbers, boolean summed, Picks rows, MonthAccount[] accounts) {
        for (int k = 0; k < accounts.length; k++) {
            int row = rows.get(k);
            MonthAccount account = accounts[k];
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

    private static void addLatest(int column, Lane.Codes days, Picks rows, MonthAccount[] accounts) {
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
    private static void addBlanks(int column, Lane lane, Picks rows, MonthAccount[] accounts) {
        if (lane == null) {
            for (MonthAccount account : accounts) {
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

    private static void addSizes(Lane.Decimals money, Lane.Decimals paid, Picks rows, MonthAccount[] accounts) {
        for (int k = 0; k < accounts.length; k++) {
            int row = rows.get(k);
            if (money.scale(row) < 0 || money.unscaled(row) <= 0) {
                continue;
            }
            MonthAccount account = accounts[k];
            account.sizes = account.sizes == null ? new long[Sizes.COUNT] : account.sizes;
            account.sizes[Sizes.of(money.unscaled(row), money.scale(row))]++;
            if (paid != null && paid.scale(row) >= 0 && paid.unscaled(row) > 0) {
                account.priced++;
                boolean alike = paid.scale(row) == money.scale(row);
                boolean above = alike
                        ? paid.unscaled(row) > money.unscaled(row)
                        : ((BigDecimal) paid.value(row)).compareTo((BigDecimal) money.value(row)) > 0;
                account.swapped += above ? 1 : 0;
                boolean cheap = alike
                        ? paid.unscaled(row) <= money.unscaled(row) / 10
                        : ((BigDecimal) paid.value(row)).scaleByPowerOfTen(1).compareTo((BigDecimal) money.value(row))
                                <= 0;
                if (cheap) {
                    account.odd = account.odd.plus(MonthProfile.Signs.CHEAP);
                }
            }
        }
    }

    private static void addSigns(Lane.Decimals numbers, Lane.Decimals money, Picks rows, MonthAccount[] accounts) {
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

    private void addPeople(
            Lane.Codes named, Lane.Decimals money, Contents.Lanes said, Picks rows, MonthAccount[] accounts) {
        for (int k = 0; k < accounts.length; k++) {
            int row = rows.get(k);
            int place = accounts[k].place(named.code(row), named, row, people);
            OwnFigures own = accounts[k].own;
            own.add(place, said.sale()[k], said.undated()[k]);
            if (money != null && money.scale(row) >= 0) {
                own.take(place, money.unscaled(row), money.scale(row));
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

    /** Adds another's counts. */
    public void add(MonthParts parts) {
        MonthAccount account = account(parts.month());
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
        OwnFigures own = account.own;
        parts.people().forEach((id, sum) -> own.takeSum(own.place(people.of(id)), sum));
        parts.tops().forEach((id, top) -> own.takeTop(own.place(people.of(id)), top));
        parts.copies().forEach((id, copies) -> own.add(placeOf(id, own), copies));
        if (!parts.sizes().isEmpty()) {
            account.sizes = account.sizes == null ? new long[Sizes.COUNT] : account.sizes;
            parts.sizes().forEach((size, count) -> account.sizes[size] += count);
        }
        parts.most()
                .forEach((column, most) -> account.most(schema.indexOf(column)).add(most));
    }

    private int placeOf(String id, OwnFigures own) {
        return id.isEmpty() ? OwnFigures.NOBODY : own.place(people.of(id));
    }

    /** Everything counted so far, oldest month first; it must not be added to while that is read. */
    public List<MonthParts> parts() {
        return new TreeMap<>(months)
                .entrySet().stream()
                        .map(entry -> entry.getValue().parts(schema, people))
                        .toList();
    }

    /** Month → what the export holds of it, oldest first; rows without a month under {@link #UNDATED}. */
    public TreeMap<Integer, MonthProfile> months() {
        return months(month -> true);
    }

    /** @param closely of which months it is asked what single people's rows say */
    public TreeMap<Integer, MonthProfile> months(IntPredicate closely) {
        TreeMap<Integer, MonthProfile> all = new TreeMap<>();
        parts().forEach(parts -> all.put(parts.month(), parts.profile(closely.test(parts.month()))));
        return all;
    }
}
