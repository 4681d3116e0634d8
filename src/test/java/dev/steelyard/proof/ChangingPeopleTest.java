package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.Engine;
import dev.steelyard.engine.calendar.Period;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must hold of people who change, in any company (rules.md 8): no row is earned twice or lost, returns leave nobody a gain, and
 * a month of exempting leave enters no mean. {@code -Dproof.seeds=0..999} takes more of them.
 */
class ChangingPeopleTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 10, 12);
    private static final List<Period> MONTHS =
            List.of(Period.month(2026, 7), Period.month(2026, 8), Period.month(2026, 9));
    private static final Period QUARTER = Period.parse("2026-Q3").orElseThrow();
    private static final Set<String> SELLING = Set.of("mature", "innovation");

    @TempDir
    Path folder;

    static LongStream seeds() {
        return Bench.seeds(8);
    }

    /** Eight people in two teams, a quarter of orders. */
    private static final class Random8 {

        private static final List<String> TRACKS = List.of("mature", "innovation", "dealer", "manager");

        final Random random;
        final StringBuilder orders = new StringBuilder(
                "order_line_id,order_date,employee_id,customer_id,product_id,quantity,amount,cost,original_line_id\n");
        final StringBuilder splits = new StringBuilder("order_line_id,employee_id,share\n");
        final StringBuilder leave = new StringBuilder("leave_id,employee_id,kind,from,to\n");
        final StringBuilder moves = new StringBuilder("employee_id,from,to,track,team,region\n");
        final Map<String, String> track = new LinkedHashMap<>();
        final Map<String, LocalDate> turn = new LinkedHashMap<>();
        final Map<String, String> then = new LinkedHashMap<>();
        /** Person and paying run → what their rows earned on tracks that sell, exact. */
        final Map<String, BigDecimal> earned = new TreeMap<>();

        int lines;

        Random8(long seed) {
            this.random = new Random(seed);
            for (int i = 1; i <= 8; i++) {
                track.put("E" + i, i < 6 ? "mature" : TRACKS.get(random.nextInt(3)));
            }
        }

        String pick(List<String> from) {
            return from.get(random.nextInt(from.size()));
        }

        List<String> people() {
            return List.copyOf(track.keySet());
        }

        LocalDate day(Period in) {
            return in.first().plusDays(random.nextInt(in.first().lengthOfMonth()));
        }

        /** Some change the track on some day of the quarter, without a gap. */
        void move() {
            move(TRACKS);
        }

        void move(List<String> to) {
            for (String person : people()) {
                if (random.nextInt(2) == 0) {
                    LocalDate day = day(MONTHS.get(random.nextInt(3)));
                    turn.put(person, day);
                    then.put(person, pick(to));
                    moves.append(
                            "%s,2020-01-01,%s,%s,T1,East%n".formatted(person, day.minusDays(1), track.get(person)));
                    moves.append("%s,%s,,%s,%s,East%n"
                            .formatted(
                                    person,
                                    day,
                                    then.get(person),
                                    then.get(person).equals("manager") ? "T1" : pick(List.of("T1", "T2"))));
                }
            }
        }

        String trackOn(String person, LocalDate day) {
            LocalDate turned = turn.get(person);
            return turned != null && !day.isBefore(turned) ? then.get(person) : track.get(person);
        }

        String order(String person, LocalDate day, BigDecimal amount, String original) {
            String id = "O" + ++lines;
            orders.append("%s,%s,%s,C1,%s,%d,%s,0,%s%n"
                    .formatted(id, day, person, "P1", amount.signum(), amount.toPlainString(), original));
            return id;
        }

        BigDecimal amount() {
            return BigDecimal.valueOf(1 + random.nextInt(6_000_000), 2);
        }

        /** Orders of the quarter; some are shared by two or three, in cents that do not divide. */
        void sell() {
            for (int i = 0; i < 60; i++) {
                LocalDate day = day(MONTHS.get(random.nextInt(3)));
                String seller = pick(people());
                BigDecimal amount = amount();
                String id = order(seller, day, amount, "");
                owners(id, seller).forEach((owner, share) -> {
                    String of = trackOn(owner, day);
                    if (SELLING.contains(of)) {
                        Period paid = of.equals("mature") ? Period.of(Period.Kind.MONTH, day) : QUARTER;
                        earned.merge(owner + " " + paid, amount.multiply(share), BigDecimal::add);
                    }
                });
            }
        }

        /** Owner → share: the seller, or two or three people. */
        Map<String, BigDecimal> owners(String id, String seller) {
            Map<String, BigDecimal> owners = new LinkedHashMap<>();
            if (random.nextInt(3) == 0) {
                List<String> shares =
                        random.nextBoolean() ? List.of("33.33", "33.33", "33.34") : List.of("12.5", "87.5");
                List<String> others = new ArrayList<>(people());
                for (String share : shares) {
                    String owner = others.remove(random.nextInt(others.size()));
                    splits.append("%s,%s,%s%%%n".formatted(id, owner, share));
                    owners.put(owner, new BigDecimal(share).movePointLeft(2));
                }
            } else {
                owners.put(seller, BigDecimal.ONE);
            }
            return owners;
        }

        Path write(Path folder) throws IOException {
            StringBuilder roster = new StringBuilder(
                    "employee_id,name,track,team,region,manager_id,leads,hire_date,regular_date,track_since,leave_date,monthly_salary,cost_center\n");
            StringBuilder targets = new StringBuilder("subject_type,subject,indicator,period,target\n");
            // So that nobody is held for want of data.
            StringBuilder bought = new StringBuilder("line_id,date,dealer_id,employee_id,product_id,quantity,amount\n");
            StringBuilder visits = new StringBuilder(
                    "visit_id,visited_at,employee_id,customer_id,department,target_department,minutes,effective_minutes,difficulty,complete\n");
            track.forEach((person, of) -> {
                visits.append("V%s,2026-07-01 10:00,%s,C1,骨科,yes,30,20,normal,yes%n".formatted(person, person));
                roster.append("%s,%s,%s,T1,East,,,2020-01-01,2020-04-01,2020-01-01,,100000,CC1%n"
                        .formatted(person, person, of));
                for (Period month : MONTHS) {
                    for (int day : List.of(1, 8, 15, 22, 28)) {
                        bought.append("S%d,%s,C1,%s,P1,1,10%n"
                                .formatted(bought.length(), month.first().withDayOfMonth(day), person));
                    }
                    int target = 20_000 + random.nextInt(60_000);
                    targets.append("employee,%s,sales_amount,%s,%d%n".formatted(person, month, target));
                    targets.append("employee,%s,sell_in_attainment,%s,1000%n".formatted(person, month));
                }
                targets.append("employee,%s,sales_amount,%s,%d%n".formatted(person, QUARTER, 100_000));
                targets.append("employee,%s,department_coverage,%s,5%n".formatted(person, QUARTER));
            });
            Path inputs = Files.createTempDirectory(folder, "in");
            new TinyInputs()
                    .with(Files.readString(Path.of("src/test/resources/problems/base.txt"))
                            .replace("华东", "East"))
                    .with("== employees.csv\n" + roster)
                    .with("== targets.csv\n" + targets)
                    .with("== visits.csv\n" + visits)
                    .with("== sell_in.csv\n" + bought)
                    .with("== orders.csv\n" + orders)
                    .with("== splits.csv\n" + splits)
                    .with("== leave.csv\n" + leave)
                    .with("== assignments.csv\n" + moves)
                    .write(inputs);
            return inputs;
        }
    }

    private static Engine engine(String job) {
        return new Engine(Path.of("jobs"), job);
    }

    private Published run(String job, Path inputs, Period period, List<Period> closed) throws IOException {
        Path output = Files.createTempDirectory(folder, "out");
        Engine engine = closed.isEmpty() ? engine(job) : engine(job).closing(inputs, output, closed, AS_OF);
        return new Published(engine.run(inputs, output, period, AS_OF));
    }

    private static BigDecimal sum(List<Map<String, String>> lines, String column) {
        return lines.stream().map(line -> new BigDecimal(line.get(column))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Map<String, String>> sales(Published published) {
        return published.rows("payout.csv").stream()
                .filter(line -> line.get("component").equals("commission")
                        && line.get("note").startsWith("Commission on mature products"))
                .toList();
    }

    /** The bases of all runs of a quarter are together what was sold on tracks that sell: no cent is split away, no row is earned twice. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsSoldIsEarnedOnceWhoeverMovesAndShares(long seed) throws IOException {
        Random8 company = new Random8(seed);
        company.move();
        company.sell();
        Path inputs = company.write(folder);
        Map<String, BigDecimal> bases = new TreeMap<>();
        for (Period period : List.of(MONTHS.get(0), MONTHS.get(1), MONTHS.get(2), QUARTER)) {
            String job = period.equals(QUARTER) ? "quarter-end" : "month-end";
            Published published = run(job, inputs, period, List.of());
            published.scores().forEach((person, row) -> assertThat(row.get("status"))
                    .as(period + " " + row)
                    .isNotEqualTo("held"));
            sales(published)
                    .forEach(line -> bases.merge(
                            line.get("employee_id") + " " + period,
                            new BigDecimal(line.get("basis")),
                            BigDecimal::add));
        }
        assertThat(plain(bases)).isEqualTo(plain(company.earned));
    }

    private static Map<String, String> plain(Map<String, BigDecimal> sums) {
        Map<String, String> plain = new TreeMap<>();
        sums.forEach((key, sum) -> plain.put(key, sum.stripTrailingZeros().toPlainString()));
        return plain;
    }

    /** Exports of people who change that hold no row change no figure: only with rows they cost or move anything. */
    @ParameterizedTest
    @MethodSource("seeds")
    void exportsWithoutARowChangeNothing(long seed) throws IOException {
        Random8 company = new Random8(seed);
        company.sell();
        company.splits.setLength(company.splits.indexOf("\n") + 1);
        Path inputs = company.write(folder);
        Published with = run("month-end", inputs, MONTHS.get(2), List.of());
        for (String dataset : List.of("assignments", "leave", "splits")) {
            Files.deleteIfExists(inputs.resolve(dataset + ".csv"));
        }
        Published without = run("month-end", inputs, MONTHS.get(2), List.of());
        for (String file : List.of("scores.csv", "indicators.csv", "payout.csv")) {
            assertThat(with.rows(file)).as(file).isEqualTo(without.rows(file));
        }
    }

    /** Whoever returns everything of August in September keeps no more of it than a cent a line. */
    @ParameterizedTest
    @MethodSource("seeds")
    void returningEverythingLeavesNobodyAGain(long seed) throws IOException {
        returnEverything(new Random8(seed), false);
    }

    /** Nor whoever was on another track on some day, nor whoever shared what came back. */
    @ParameterizedTest
    @MethodSource("seeds")
    void norWhoeverMovesAndShares(long seed) throws IOException {
        Random8 company = new Random8(seed);
        company.move(List.of("mature", "dealer"));
        returnEverything(company, true);
    }

    private void returnEverything(Random8 company, boolean shared) throws IOException {
        for (int i = 0; i < 40; i++) {
            String seller = company.pick(company.people());
            BigDecimal amount = company.amount();
            String id = company.order(seller, company.day(MONTHS.get(1)), amount, "");
            if (shared) {
                company.owners(id, seller);
            }
            // In one piece or in two, by whoever books it.
            BigDecimal part =
                    company.random.nextBoolean() ? amount : amount.divideToIntegralValue(BigDecimal.valueOf(2));
            for (BigDecimal back : List.of(part, amount.subtract(part))) {
                if (back.signum() > 0) {
                    company.order(company.pick(company.people()), company.day(MONTHS.get(2)), back.negate(), id);
                }
            }
        }
        Path inputs = company.write(folder);
        Published august = run("month-end", inputs, MONTHS.get(1), List.of());
        Published september = run("month-end", inputs, MONTHS.get(2), List.of(MONTHS.get(1)));
        assertThat(september.rows("payout.csv"))
                .anyMatch(line -> line.get("component").equals("return_reversal"));
        for (String person : company.people()) {
            List<Map<String, String>> paid = august.payout(person).stream()
                    .filter(line -> !line.get("component").startsWith("recovery"))
                    .toList();
            List<Map<String, String>> back = september.payout(person).stream()
                    .filter(line -> line.get("component").equals("return_reversal"))
                    .toList();
            BigDecimal kept = sum(paid, "amount").add(sum(back, "amount"));
            assertThat(kept.abs())
                    .as(person + " " + paid + " " + back)
                    .isLessThanOrEqualTo(BigDecimal.valueOf(paid.size() + back.size(), 2));
        }
    }

    /** What happens in a month of exempting leave moves no figure of the quarter of whoever is away. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aMonthOfExemptingLeaveEntersNoMean(long seed) throws IOException {
        List<String> rows = new ArrayList<>();
        for (boolean busy : List.of(false, true)) {
            Random8 company = new Random8(seed);
            company.leave.append("L1,E1,maternity,2026-08-01,2026-08-31\n");
            company.sell();
            if (busy) {
                company.order("E1", LocalDate.of(2026, 8, 12), new BigDecimal("-77777.77"), "");
            }
            Path inputs = company.write(folder);
            Published quarter = run("quarter-end", inputs, QUARTER, MONTHS);
            Map<String, String> row = quarter.scores().get("E1");
            assertThat(row.get("status")).isEqualTo("ranked");
            rows.add(row.get("performance") + " " + row.get("individual") + " " + row.get("final"));
        }
        assertThat(rows.get(1)).isEqualTo(rows.get(0));
    }
}
