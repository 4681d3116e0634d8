package dev.steelyard.engine.explain;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.engine.trace.Label;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Facts of a plan in words: which rows of which export, what is made of them, and over which days. */
final class FactsWords {

    private static final Label COMMA = new Label("，", ", ");
    private static final Label OR = new Label("或", " or ");

    private final Vocabulary words;

    /** The same facts are told of everybody. */
    private final Map<Facts, Label> told = new ConcurrentHashMap<>();

    FactsWords(Vocabulary words) {
        this.words = words;
    }

    /** {@code 「销售明细」金额合计（产品 生命周期 = 成熟）2026-09-01..2026-09-30}. */
    Label of(Facts facts, Days days) {
        return of(facts).then(" ").then(days.toString());
    }

    Label of(Facts facts) {
        return told.computeIfAbsent(facts, this::tell);
    }

    private Label tell(Facts facts) {
        Label text = what(facts);
        return facts.where().conditions().isEmpty()
                ? text
                : text.then(new Label("（", " ("))
                        .then(where(facts.dataset(), facts.where()))
                        .then(new Label("）", ")"));
    }

    private Label what(Facts facts) {
        Label dataset = words.dataset(facts.dataset());
        Label columns = Vocabulary.join(
                facts.columns().stream()
                        .map(column -> words.column(facts.dataset(), column))
                        .toList(),
                new Label("＋", " + "));
        String zh = "「" + dataset.zh() + "」";
        return switch (facts.aggregate()) {
            case COUNT -> new Label(zh + "行数", "rows of " + dataset.en());
            case SUM -> new Label(zh + columns.zh() + "合计", "sum of " + dataset.en() + "." + columns.en());
            case AVERAGE -> new Label(zh + columns.zh(), dataset.en() + "." + columns.en());
            case DAYS -> new Label(
                    zh + columns.zh().replace("＋", "到") + "的天数",
                    "days of " + dataset.en() + " from " + columns.en().replace(" + ", " to "));
            case DISTINCT -> new Label(
                    zh + "不同" + columns.zh() + "数", "distinct " + columns.en() + " of " + dataset.en());
            case MIN -> new Label(zh + "最早" + columns.zh(), "least " + columns.en() + " of " + dataset.en());
            case MAX -> new Label(zh + "最晚" + columns.zh(), "greatest " + columns.en() + " of " + dataset.en());
            case LATEST -> new Label(zh + "最新一期" + columns.zh(), "newest " + columns.en() + " of " + dataset.en());
            case PRIOR -> new Label(zh + "上一期" + columns.zh(), columns.en() + " of " + dataset.en() + " before it");
            case REQUIRED -> new Label("应通过的产品数", "products required");
            case PASSED -> new Label("已通过的产品数", "products passed");
        };
    }

    Label where(String dataset, Where where) {
        return Vocabulary.join(
                where.conditions().stream()
                        .map(condition -> condition(dataset, condition))
                        .toList(),
                COMMA);
    }

    private Label condition(String dataset, Where.Condition condition) {
        Label column = column(dataset, condition.column());
        return switch (condition.operator()) {
            case ONE_OF -> column.then(" = ")
                    .then(Vocabulary.join(
                            condition.operands().stream()
                                    .map(operand -> choice(dataset, condition.column(), operand))
                                    .toList(),
                            OR));
            case FILLED -> column.then(new Label("已填", " filled"));
            case AT_LEAST -> column.then(" ≥ ")
                    .then(operand(dataset, condition.operands().get(0)));
            case ABOVE -> column.then(" > ")
                    .then(operand(dataset, condition.operands().get(0)));
            case BELOW -> column.then(" < ")
                    .then(operand(dataset, condition.operands().get(0)));
            case WITHIN -> new Label(
                    column.zh() + "在"
                            + column(dataset, condition.operands().get(0)).zh() + "起 "
                            + condition.operands().get(1) + " 个工作日内",
                    column.en() + " within " + condition.operands().get(1) + " working days of "
                            + column(dataset, condition.operands().get(0)).en());
        };
    }

    /** The column as people call it; of a looked-up one with what it was looked up in: {@code product.lifecycle}. */
    Label column(String dataset, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return words.column(dataset, path);
        }
        Label column = words.column(register(dataset, path), path.substring(dot + 1));
        return new Label(words.dataset(register(dataset, path)).zh() + column.zh(), path);
    }

    /** The register that a dotted path looks up. */
    private String register(String dataset, String path) {
        int dot = path.indexOf('.');
        return dot < 0
                ? dataset
                : words.columnOf(dataset, path.substring(0, dot) + "_id")
                        .flatMap(column -> column.references())
                        .orElse(dataset);
    }

    /** A coded cell in words. */
    Label choice(String dataset, String path, String value) {
        return switch (value) {
            case "yes", "true" -> new Label("是", "yes");
            case "no", "false" -> new Label("否", "no");
            default -> words.choice(register(dataset, path), path.substring(path.indexOf('.') + 1), value);
        };
    }

    /** A number, a day, or another column. */
    private Label operand(String dataset, String operand) {
        return Character.isLetter(operand.charAt(0)) ? column(dataset, operand) : Label.of(operand);
    }
}
