package dev.steelyard.engine.insight.review;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.Scope;
import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.fact.Note;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Groups;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.CodePoints;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the monthly review 月度复盘 talks about: what customers asked for in the period and in the one before, and what sales,
 * R&D and marketing noted, by product line.
 *
 * @param topics of requests and of what sales noted, most of the period first
 * @param lines by product line, the blank one last
 */
public record Needs(List<Topic> topics, List<Line> lines) {

    private static final String REQUESTS = "requests";
    private static final String NOTES = "insights";
    private static final Groups BY_TOPIC = Groups.count(REQUESTS, List.of("topic"), Where.ALWAYS);

    private static final Comparator<Topic> COMMONEST_FIRST = Comparator.comparingLong(Topic::now)
            .thenComparingLong(Topic::before)
            .reversed()
            .thenComparing(Topic::topic, CodePoints.ORDER);

    /** Who noted something, as the column {@code source} names them. */
    public enum Source {
        SALES("sales"),
        RD("rd"),
        MARKETING("marketing");

        private final String code;

        Source(String code) {
            this.code = code;
        }
    }

    /**
     * How often something was asked for or noted.
     *
     * @param topic blank where none was named
     * @param now in the period
     * @param before in the period before
     * @param note the newest note on it of the period; blank where there is none
     */
    public record Topic(String topic, long now, long before, String note) {
        /** How many more requests than in the period before; negative where fewer. */
        public long change() {
            return now - before;
        }

        private Topic plus(Topic other) {
            return new Topic(topic, now + other.now, before + other.before, note.isEmpty() ? other.note : note);
        }
    }

    /**
     * What was noted on a product line.
     *
     * @param line blank for what names none
     * @param notes of each source, the commonest topic first
     */
    public record Line(String line, Map<Source, List<Topic>> notes) {}

    /** Whether anything is known of the period before: else nothing rose or fell. */
    public boolean isCompared() {
        return topics.stream().anyMatch(topic -> topic.before() > 0);
    }

    /** Of a year nothing: a review looks at what to do next month. */
    public static void demand(Registers registers, Period period, Demand demand) {
        if (registers.schemas().containsKey(REQUESTS) && !period.isYear()) {
            List<Integer> everybody =
                    registers.roster().employees().stream().map(Employee::index).toList();
            demand.ask(BY_TOPIC, everybody, now(period));
            demand.ask(BY_TOPIC, everybody, before(period));
        }
    }

    private static Days now(Period period) {
        return Window.PERIOD.days(Scope.of(period));
    }

    private static Days before(Period period) {
        return period.previous().days();
    }

    /** Whether requests or notes were delivered: else nothing is known. */
    public static boolean areKnown(Registers registers) {
        return registers.has(REQUESTS) || registers.has(NOTES);
    }

    /**
     * The requests of the period by topic, product line and department, and what R&D and marketing noted; empty where they were not
     * delivered.
     */
    public static Needs of(Registers registers, Measurements measurements, Period period) {
        Map<String, Topic> topics = new TreeMap<>(CodePoints.ORDER);
        if (registers.has(REQUESTS)) {
            List<Integer> everybody =
                    registers.roster().employees().stream().map(Employee::index).toList();
            measurements
                    .groups(BY_TOPIC, everybody, now(period))
                    .forEach((group, rows) -> put(topics, new Topic(group.get(0), whole(rows), 0, "")));
            measurements
                    .groups(BY_TOPIC, everybody, before(period))
                    .forEach((group, rows) -> put(topics, new Topic(group.get(0), 0, whole(rows), "")));
        }
        Map<String, Map<Source, Map<String, Topic>>> lines =
                new TreeMap<>(Comparator.comparing(String::isEmpty).thenComparing(CodePoints.ORDER));
        for (Note note : newestFirst(registers.all(Note.DATASET))) {
            for (Source source : Source.values()) {
                if (source.code.equals(note.source())) {
                    Topic noted = noted(note, period);
                    if (noted.now() + noted.before() > 0) {
                        put(
                                lines.computeIfAbsent(note.productLine(), line -> new TreeMap<>())
                                        .computeIfAbsent(source, one -> new TreeMap<>(CodePoints.ORDER)),
                                noted);
                        if (source == Source.SALES) {
                            put(topics, noted);
                        }
                    }
                }
            }
        }
        List<Line> all = new ArrayList<>();
        lines.forEach((line, sources) -> {
            Map<Source, List<Topic>> notes = new LinkedHashMap<>();
            sources.forEach((source, of) -> notes.put(source, sorted(of)));
            all.add(new Line(line, notes));
        });
        return new Needs(sorted(topics), List.copyOf(all));
    }

    private static List<Note> newestFirst(List<Note> notes) {
        return notes.stream()
                .sorted(Comparator.comparing(Note::date).reversed().thenComparing(Note::insightId, CodePoints.ORDER))
                .toList();
    }

    /** A note counts in the period it is dated in; its words are shown only where that is this one. */
    private static Topic noted(Note note, Period period) {
        boolean now = now(period).contains(note.date());
        return new Topic(
                note.topic(), now ? 1 : 0, before(period).contains(note.date()) ? 1 : 0, now ? note.note() : "");
    }

    private static long whole(List<BigDecimal> rows) {
        return rows.get(0).longValueExact();
    }

    private static void put(Map<String, Topic> to, Topic topic) {
        to.merge(topic.topic(), topic, Topic::plus);
    }

    private static List<Topic> sorted(Map<String, Topic> topics) {
        return topics.values().stream().sorted(COMMONEST_FIRST).toList();
    }

    /** The topics that changed most, either way; those that did not change are left out. */
    public List<Topic> biggestChanges(int most) {
        return topics.stream()
                .filter(topic -> topic.change() != 0)
                .sorted(Comparator.comparingLong((Topic topic) -> -Math.abs(topic.change())))
                .limit(most)
                .toList();
    }
}
