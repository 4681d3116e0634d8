package dev.steelyard.words;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemDigest;
import dev.steelyard.engine.problem.SourceRef;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Problems in the words of people, the same on the terminal, in workbooks and among rejected rows: columns, datasets,
 * indicators and choices as people know them. Machine files keep the canonical English.
 *
 * @param language {@code zh} or {@code en}
 * @param discreet whether values of confidential datasets are hidden, because more people read it than may
 */
public record ProblemWords(Map<String, Schema> schemas, Plan plan, String language, boolean discreet) {

    private static final String HIDDEN = "***";

    /** Slots that name places and rules, nothing that somebody answered. */
    private static final Set<String> PLACES = Set.of(
            "others",
            "first",
            "near",
            "cause",
            "events",
            "target",
            "choices",
            "range",
            "left",
            "right",
            "by",
            "original",
            "missing",
            "sentence",
            "month",
            "name",
            "count",
            "rows",
            "before");

    private static final Pattern ODD_CHARACTER = Pattern.compile(" \\((\\d+): (“.+”)\\)");

    private static final String BLANK = " is blank";

    /** How a reason begins → what says it. */
    private static final Map<String, String> REASONS = Map.of(
            "approvers: ", "register.approvers",
            "no event ", "register.noEvent",
            "no indicator ", "register.noIndicator");

    /** A sentence of the bundles. */
    public String say(String key, Object... slots) {
        return Words.in(language).say(key, slots);
    }

    /** What is wrong. */
    public String message(Problem problem) {
        return Words.in(language).message(shown(problem));
    }

    /** What to do about it. */
    public String fix(Problem problem) {
        return Words.in(language).fix(shown(problem));
    }

    /** What stood there. */
    public String value(Problem problem) {
        return isHidden(problem) && !problem.value().isEmpty() ? HIDDEN : problem.value();
    }

    /** The columns that a problem is about, as their headers read. */
    public String columns(Problem problem) {
        return concerned(problem).stream()
                .map(id -> column(datasetOf(problem), id))
                .collect(Collectors.joining(say("list.separator")));
    }

    /** The canonical names of the columns that a problem is about; none where it is about the row as a whole. */
    public static List<String> concerned(Problem problem) {
        return problem.concerned();
    }

    /** A dataset as its exports are called. */
    public String dataset(String id) {
        return Optional.ofNullable(schemas.get(id))
                .map(schema -> Words.in(language).name(schema.title()))
                .orElse(id.equals("corrections") ? say("register.corrections") : id);
    }

    /** A column as its header reads. */
    public String column(String dataset, String id) {
        return find(dataset, id)
                .map(column -> Words.in(language).name(column.title()))
                .orElse(id);
    }

    private Optional<DatasetColumn> find(String dataset, String column) {
        return Optional.ofNullable(schemas.get(dataset)).flatMap(schema -> schema.column(column));
    }

    /** The name of an indicator or of a target. */
    public String indicator(String id) {
        return Optional.ofNullable(plan.indicators().get(id))
                .map(Indicator::name)
                .or(() -> Optional.ofNullable(plan.targets().get(id)))
                .map(Words.in(language)::name)
                .orElse(id);
    }

    private boolean isHidden(Problem problem) {
        Schema schema = schemas.get(problem.where().dataset());
        return discreet && schema != null && schema.confidential();
    }

    /** Of a problem about a person the roster. */
    private static String datasetOf(Problem problem) {
        return problem.where().dataset().isEmpty()
                ? "employees"
                : problem.where().dataset();
    }

    private Problem shown(Problem problem) {
        String dataset = datasetOf(problem);
        Map<String, String> slots = new TreeMap<>(problem.slots());
        if (isHidden(problem)) {
            slots.replaceAll((slot, text) -> PLACES.contains(slot) ? text : HIDDEN);
        }
        slots.computeIfPresent("indicator", (slot, id) -> indicator(id));
        slots.computeIfPresent("target", (slot, id) -> dataset(id));
        slots.computeIfPresent("left", (slot, id) -> column(dataset, id));
        slots.computeIfPresent("right", (slot, id) -> column(dataset, id));
        slots.computeIfPresent(
                "choices", (slot, all) -> choices(dataset, problem.column()).orElse(all));
        slots.computeIfPresent("missing", (slot, ids) -> all(dataset, ids));
        slots.computeIfPresent("near", (slot, ids) -> near(ids));
        slots.computeIfPresent("lacks", (slot, ids) -> all(dataset, ids));
        slots.computeIfPresent("reason", (slot, reason) -> reason(dataset, reason));
        slots.computeIfPresent("detail", (slot, odd) -> odd(odd));
        SourceRef where = problem.where();
        if (slots.containsKey("sentence")) {
            // A finding names columns and figures where others name a cell.
            slots.computeIfPresent("which", (slot, id) -> columnOrIndicator(dataset, id));
            slots.computeIfPresent("datasets", (slot, ids) -> Arrays.stream(ids.split(", "))
                    .map(this::dataset)
                    .collect(Collectors.joining(say("list.separator"))));
            slots.computeIfPresent("other", (slot, id) -> schemas.containsKey(id) ? dataset(id) : id);
            where = SourceRef.file(dataset(where.dataset()), where.file());
        }
        return new Problem(problem.code(), where, columns(problem), value(problem), slots);
    }

    private String columnOrIndicator(String dataset, String id) {
        return find(dataset, id).isPresent() ? column(dataset, id) : indicator(id);
    }

    /**
     * Why rows were rejected, how many, and which others were lost because they name one of them.
     *
     * @param said the first one's sentence, or how else the error is called
     */
    public String cause(ProblemDigest.Reason reason, String said) {
        Words words = Words.in(language);
        List<String> others = reason.consequences().entrySet().stream()
                .map(lost -> words.say("cause.consequence", "rows", lost.getValue(), "dataset", dataset(lost.getKey())))
                .toList();
        return words.say("cause", "message", said.replaceFirst("[.。]$", ""), "rows", reason.count())
                + (others.isEmpty()
                        ? ""
                        : words.say(
                                "cause.consequences",
                                "others",
                                others,
                                "dataset",
                                dataset(reason.first().where().dataset())));
    }

    /** Ids of the plan with their names. */
    private String near(String ids) {
        return Words.in(language)
                .list(Arrays.stream(ids.split(", "))
                        .map(id -> indicator(id).equals(id) ? id : name(indicator(id) + "（" + id + "）", id))
                        .toList());
    }

    private String all(String dataset, String ids) {
        return Arrays.stream(ids.split(", "))
                .map(id -> column(dataset, id))
                .collect(Collectors.joining(say("list.separator")));
    }

    private Optional<String> choices(String dataset, String column) {
        return find(dataset, column).map(known -> known.choices().entrySet().stream()
                .map(choice -> choice.getValue().isEmpty()
                        ? choice.getKey()
                        : name(choice.getValue().get(0), choice.getKey()))
                .collect(Collectors.joining(say("list.separator"))));
    }

    /** Why a decision has no effect, which the registers say in English. */
    private String reason(String dataset, String reason) {
        if (reason.endsWith(BLANK)) {
            String column = column(dataset, reason.substring(0, reason.length() - BLANK.length()));
            return say("register.blank", "column", column);
        }
        return REASONS.entrySet().stream()
                .filter(known -> reason.startsWith(known.getKey()))
                .map(known -> say(
                        known.getValue(),
                        "what",
                        reason.substring(known.getKey().length())))
                .findFirst()
                .orElse(reason);
    }

    /** What has a name in Chinese and goes by its id in English. */
    public String name(String zh, String id) {
        return Words.in(language).name(new Name(zh, id));
    }

    private String odd(String detail) {
        return ODD_CHARACTER
                .matcher(detail)
                .replaceAll(odd ->
                        Matcher.quoteReplacement(say("problem.character", "at", odd.group(1), "what", odd.group(2))));
    }
}
