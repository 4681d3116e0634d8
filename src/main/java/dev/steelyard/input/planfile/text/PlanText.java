package dev.steelyard.input.planfile.text;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Track;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.words.MeasureWords;
import dev.steelyard.words.PlanWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The plan in words, as HR signs it: every number and rule that it holds. */
public final class PlanText {

    private static final String LINE = "____________";

    private final Plan plan;
    private final PlanWords words;
    private final TextLines lines = new TextLines();

    private PlanText(Plan plan, PlanWords words) {
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
        PlanText text = new PlanText(plan, new PlanWords(language, schemas));
        text.write(hash);
        return text.lines.toString();
    }

    /** The same as statements, in their order. */
    public static List<Clause> clauses(Plan plan, Map<String, Schema> schemas, String language) {
        PlanText text = new PlanText(plan, new PlanWords(language, schemas));
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
        lines.section(words.say("plan.general"));
        lines.unprinted("plan", words.say("word.id"), plan.plan());
        named("name", plan.name());
        String until = plan.effective().to().map(Object::toString).orElse(words.say("plan.furtherNotice"));
        lines.item(
                "effective",
                words.say("plan.effective"),
                words.say("plan.to", "from", plan.effective().from(), "until", until));
        lines.item("zone", words.say("plan.timeZone"), plan.zone().toString());
        lines.item("currency", words.say("plan.currency"), plan.currency());
        lines.item(
                "",
                words.say("plan.dimensions"),
                words.list(plan.dimensions().entrySet().stream()
                        .map(one -> words.name(one.getValue(), one.getKey()))
                        .toList()));
        plan.dimensions().forEach((id, name) -> named("dimensions." + id, name));
        lines.item(
                "",
                words.say("plan.furtherTargets"),
                words.list(plan.targets().entrySet().stream()
                        .map(one -> words.name(one.getValue(), one.getKey()))
                        .toList()));
        plan.targets().forEach((id, name) -> named("targets." + id, name));
        lines.item("", words.say("plan.rounding"), words.say("plan.eachPrintedScoreRounded"));
        lines.item("", words.say("plan.fingerprintPlanFile"), "SHA-256 " + hash);
    }

    /** A name counts as changed in either language. */
    private void named(String path, Name name) {
        lines.unprinted(path, words.say("plan.pay.name"), name.zh() + " / " + name.en());
    }

    private void signatures() {
        lines.section(words.say("plan.signed"));
        lines.line(words.say("plan.thoseWhoSignConfirm"));
        signature(words.say("plan.prepared"));
        signature(words.say("plan.checked"));
        signature(words.say("plan.approved"));
    }

    private void signature(String role) {
        lines.item("", role, words.say("plan.nameSignatureDate", "line", LINE));
    }

    // ------------------------------------------------------------------ tracks

    private void tracks() {
        lines.section(words.say("plan.tracksWeightsTheirDimensions"));
        plan.tracks().forEach((id, track) -> {
            String path = "tracks." + id;
            lines.heading(words.name(track.name(), id));
            named(path + ".name", track.name());
            lines.item(path + ".cycle", words.say("plan.scored"), cycle(track.cycle()));
            List<String> weights = new ArrayList<>();
            track.weights()
                    .forEach((dimension, weight) -> weights.add(dimension(dimension) + " " + weight.plain() + "%"));
            lines.item(path + ".weights", words.say("plan.weights"), words.list(weights));
            whenEmpty(path, track);
            if (track.manager()) {
                lines.item(path + ".manager", words.say("word.managers"), words.say("plan.scoredPeopleTheyLead"));
            }
        });
    }

    private void whenEmpty(String path, Track track) {
        for (String dimension : plan.dimensions().keySet()) {
            String label = words.say("plan.withoutData");
            if (track.whenEmpty().containsKey(dimension)) {
                String points = track.whenEmpty().get(dimension).exact().plain();
                lines.item(
                        path + ".when_empty." + dimension,
                        label,
                        words.say("plan.countsPoints", "dimension", dimension(dimension), "points", points));
            } else {
                lines.unprinted(
                        path + ".when_empty." + dimension,
                        label,
                        words.say("plan.weightGoesOtherDimensions", "dimension", dimension(dimension)));
            }
        }
        lines.item(
                "",
                track.whenEmpty().isEmpty()
                        ? words.say("plan.dimensionWithoutData")
                        : words.say("plan.otherDimensionsWithoutData"),
                words.say("plan.weightGoesThoseData"));
    }

    private String cycle(Period.Kind cycle) {
        return words.say(Said.of("plan.cycle", cycle));
    }

    private String dimension(String id) {
        return plan.dimensions().containsKey(id) ? words.name(plan.dimensions().get(id)) : id;
    }

    // ------------------------------------------------------------------ indicators

    private void indicators() {
        plan.dimensions().forEach((dimension, name) -> {
            lines.section(words.say("plan.indicators", "name", words.name(name)));
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
        lines.unprinted(path + ".dimension", words.say("word.dimension"), dimension(indicator.dimension()));
        lines.unprinted(path + ".unit", words.say("plan.unit"), unit(indicator.unit()));
        lines.item(path + ".weight", words.say("plan.weight"), weights(indicator));
        lines.item(path + ".measure", words.say("plan.measure"), new MeasureWords(words, plan).of(id, indicator));
        indicator
                .curve()
                .ifPresent(curve -> lines.item(
                        path + ".curve", words.say("plan.points"), new CurveText(words).of(curve, indicator.unit())));
        lines.item(path + ".missing", words.say("plan.missing"), missing(indicator));
    }

    private String unit(Indicator.Unit unit) {
        return words.say(Said.of("plan.unit", unit));
    }

    private String weights(Indicator indicator) {
        List<String> weights = new ArrayList<>();
        for (Map.Entry<String, Track> track : plan.tracks().entrySet()) {
            Fraction weight = indicator.weight().get(track.getKey());
            if (weight != null) {
                weights.add(words.name(track.getValue().name()) + " "
                        + (weight.signum() == 0 ? words.say("plan.shownOnly") : weight.plain() + "%"));
            }
        }
        return words.list(weights);
    }

    private String missing(Indicator indicator) {
        if (indicator.weight().values().stream().allMatch(weight -> weight.signum() == 0)) {
            return words.say(Said.of("plan.missingShown", indicator.missing()));
        }
        return words.say(Said.of("plan.missing", indicator.missing()));
    }
}
