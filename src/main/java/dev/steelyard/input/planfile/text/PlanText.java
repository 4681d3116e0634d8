package dev.steelyard.input.planfile.text;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.Schema;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Track;
import dev.steelyard.engine.unit.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The plan in words, as HR signs it: every number and rule that it holds. */
public final class PlanText {

    private static final String LINE = "____________";

    private final Plan plan;
    private final Wording words;
    private final TextLines lines = new TextLines();

    private PlanText(Plan plan, Wording words) {
        this.plan = plan;
        this.words = words;
    }

    /**
     * The whole plan as text.
     *
     * @param schemas the datasets, whose Chinese names stand for columns and coded values
     * @param language {@code zh} or {@code en}
     * @param hash SHA-256 of the plan file: what is signed is this file and no other
     */
    public static String of(Plan plan, Map<String, Schema> schemas, String language, String hash) {
        PlanText text = new PlanText(plan, new Wording(language, schemas));
        text.write(hash);
        return text.lines.toString();
    }

    /** The same as statements, in their order. */
    public static List<Clause> clauses(Plan plan, Map<String, Schema> schemas, String language) {
        PlanText text = new PlanText(plan, new Wording(language, schemas));
        text.write("");
        return text.lines.clauses();
    }

    private void write(String hash) {
        lines.title(words.name(plan.name(), plan.plan()));
        general(hash);
        tracks();
        indicators();
        new RuleText(plan, words, lines).write();
        new PayText(plan, words, lines).write();
        new ReportText(plan, words, lines).write();
        signatures();
    }

    private void general(String hash) {
        lines.section(words.say("总则", "General"));
        lines.unprinted("plan", words.say("编号", "Id"), plan.plan());
        named("name", plan.name());
        String until = plan.effective().to().map(Object::toString).orElse(words.say("另行通知", "further notice"));
        lines.item(
                "effective",
                words.say("有效期", "Effective"),
                words.say(
                        plan.effective().from() + " 至 " + until,
                        plan.effective().from() + " to " + until));
        lines.item("zone", words.say("时区", "Time zone"), plan.zone().toString());
        lines.item("currency", words.say("货币", "Currency"), plan.currency());
        lines.item(
                "",
                words.say("维度", "Dimensions"),
                words.list(plan.dimensions().entrySet().stream()
                        .map(one -> words.name(one.getValue(), one.getKey()))
                        .toList()));
        plan.dimensions().forEach((id, name) -> named("dimensions." + id, name));
        lines.item(
                "",
                words.say("另设目标", "Further targets"),
                words.list(plan.targets().entrySet().stream()
                        .map(one -> words.name(one.getValue(), one.getKey()))
                        .toList()));
        plan.targets().forEach((id, name) -> named("targets." + id, name));
        lines.item(
                "",
                words.say("舍入", "Rounding"),
                words.say(
                        "每个打印的分数四舍五入到两位小数，并由前面打印的数算出；金额每行四舍五入到分",
                        "each printed score is rounded half-up to two decimals and computed from the printed figures"
                                + " before it; money to the cent for each line"));
        lines.item("", words.say("方案文件指纹", "Fingerprint of the plan file"), "SHA-256 " + hash);
    }

    /** A name counts as changed in either language. */
    private void named(String path, Name name) {
        lines.unprinted(path, words.say("名称", "Name"), name.zh() + " / " + name.en());
    }

    private void signatures() {
        lines.section(words.say("签字", "Signed"));
        lines.line(
                words.say(
                        "    以下签字人确认：本方案的全部内容如上，以上述指纹的方案文件为准。",
                        "    Those who sign confirm the plan as written above, as held by the file with the fingerprint above."));
        signature(words.say("制表", "Prepared by"));
        signature(words.say("复核", "Checked by"));
        signature(words.say("审批", "Approved by"));
    }

    private void signature(String role) {
        lines.item(
                "",
                role,
                words.say("姓名 ", "name ")
                        + LINE
                        + words.say("  签字 ", "  signature ")
                        + LINE
                        + words.say("  日期 ", "  date ")
                        + LINE);
    }

    // ------------------------------------------------------------------ tracks

    private void tracks() {
        lines.section(words.say("序列与维度权重", "Tracks and the weights of their dimensions"));
        plan.tracks().forEach((id, track) -> {
            String path = "tracks." + id;
            lines.heading(words.name(track.name(), id));
            named(path + ".name", track.name());
            lines.item(path + ".cycle", words.say("周期", "Scored"), cycle(track.cycle()));
            List<String> weights = new ArrayList<>();
            track.weights()
                    .forEach((dimension, weight) -> weights.add(dimension(dimension) + " " + weight.plain() + "%"));
            lines.item(path + ".weights", words.say("权重", "Weights"), words.list(weights));
            whenEmpty(path, track);
            if (track.manager()) {
                lines.item(
                        path + ".manager",
                        words.say("管理者", "Managers"),
                        words.say("按所带成员评分，不参加团队内排名", "scored on the people they lead, not ranked within a team"));
            }
        });
    }

    private void whenEmpty(String path, Track track) {
        for (String dimension : plan.dimensions().keySet()) {
            String label = words.say("无数据时", "Without data");
            if (track.whenEmpty().containsKey(dimension)) {
                String points = track.whenEmpty().get(dimension).exact().plain();
                lines.item(
                        path + ".when_empty." + dimension,
                        label,
                        words.say(
                                dimension(dimension) + "按 " + points + " 分",
                                dimension(dimension) + " counts as " + points + " points"));
            } else {
                lines.unprinted(
                        path + ".when_empty." + dimension,
                        label,
                        words.say(
                                dimension(dimension) + "的权重按比例分给其他维度",
                                "the weight of " + dimension(dimension)
                                        + " goes to the other dimensions in proportion"));
            }
        }
        lines.item(
                "",
                track.whenEmpty().isEmpty()
                        ? words.say("维度无数据时", "A dimension without data")
                        : words.say("其他维度无数据时", "Other dimensions without data"),
                words.say("权重按比例分给有数据的维度", "the weight goes to those with data in proportion"));
    }

    private String cycle(Period.Kind cycle) {
        return switch (cycle) {
            case MONTH -> words.say("每月", "monthly");
            case QUARTER -> words.say("每季", "quarterly");
            case YEAR -> words.say("每年", "yearly");
        };
    }

    private String dimension(String id) {
        return plan.dimensions().containsKey(id) ? words.name(plan.dimensions().get(id)) : id;
    }

    // ------------------------------------------------------------------ indicators

    private void indicators() {
        plan.dimensions().forEach((dimension, name) -> {
            lines.section(words.say("指标：" + words.name(name), "Indicators: " + words.name(name)));
            plan.indicators().forEach((id, indicator) -> {
                if (indicator.dimension().equals(dimension)) {
                    indicator(id, indicator);
                }
            });
        });
    }

    private void indicator(String id, Indicator indicator) {
        String path = "indicators." + id;
        lines.heading(words.name(indicator.name(), id));
        named(path + ".name", indicator.name());
        lines.unprinted(path + ".dimension", words.say("维度", "Dimension"), dimension(indicator.dimension()));
        lines.unprinted(path + ".unit", words.say("单位", "Unit"), unit(indicator.unit()));
        lines.item(path + ".weight", words.say("权重", "Weight"), weights(indicator));
        lines.item(path + ".measure", words.say("计量", "Measure"), new MeasureText(words, plan).of(id, indicator));
        indicator
                .curve()
                .ifPresent(curve -> lines.item(
                        path + ".curve", words.say("分档", "Points"), new CurveText(words).of(curve, indicator.unit())));
        lines.item(path + ".missing", words.say("缺数据", "Missing"), missing(indicator));
    }

    private String unit(Indicator.Unit unit) {
        return switch (unit) {
            case PERCENT -> words.say("百分比", "percent");
            case NUMBER -> words.say("数", "number");
            case DAYS -> words.say("天", "days");
            case POINTS -> words.say("分", "points");
        };
    }

    private String weights(Indicator indicator) {
        List<String> weights = new ArrayList<>();
        for (Map.Entry<String, Track> track : plan.tracks().entrySet()) {
            Fraction weight = indicator.weight().get(track.getKey());
            if (weight != null) {
                weights.add(words.name(track.getValue().name()) + " "
                        + (weight.signum() == 0 ? words.say("只展示", "shown only") : weight.plain() + "%"));
            }
        }
        return words.list(weights);
    }

    private String missing(Indicator indicator) {
        if (indicator.weight().values().stream().allMatch(weight -> weight.signum() == 0)) {
            return switch (indicator.missing()) {
                case SKIP, HOLD -> words.say("留空", "left blank");
                case ZERO -> words.say("按 0 展示", "shown as 0");
            };
        }
        return switch (indicator.missing()) {
            case SKIP -> words.say(
                    "权重按比例分给本维度其他指标", "its weight goes to the dimension's other indicators in proportion");
            case ZERO -> words.say("按 0 计", "counts as 0");
            case HOLD -> words.say("待核：不排名、不兑付", "the person is held: neither ranked nor paid");
        };
    }
}
