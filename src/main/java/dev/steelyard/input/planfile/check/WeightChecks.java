package dev.steelyard.input.planfile.check;

import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Track;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.input.planfile.mistake.PlanError;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.Bound;
import dev.steelyard.input.planfile.yaml.FileWords;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** Weights are percents and must sum to 100: of a track over its dimensions, of its indicators over each dimension. */
record WeightChecks(Binder binder, KnownNames lookup) {

    private static final Fraction WHOLE = Fraction.of(100);

    void run() {
        List<Bound<Track>> tracks = binder.all(Track.class);
        List<Bound<Indicator>> indicators = binder.all(Indicator.class);
        tracks.forEach(track -> inRange(track.value().weights(), track, "weights"));
        indicators.forEach(indicator -> inRange(indicator.value().weight(), indicator, "weight"));
        tracks.forEach(this::checkTrack);
        // A sum over indicators of which some could not be read would only confuse.
        if (indicators.size() == lookup.names("indicators").size()) {
            tracks.forEach(track ->
                    lookup.names("dimensions").forEach(dimension -> checkDimension(track, dimension, indicators)));
        }
    }

    private void inRange(Map<String, Fraction> weights, Bound<?> owner, String key) {
        weights.forEach((name, weight) -> {
            if (weight.signum() < 0 || WHOLE.isBelow(weight)) {
                binder.add(binder.mistake(PlanError.OUT_OF_RANGE, owner.at(key, name))
                        .with("value", weight.plain())
                        .with("range", "0…100"));
            }
        });
    }

    private void checkTrack(Bound<Track> track) {
        Fraction sum = track.value().weights().values().stream().reduce(Fraction.ZERO, Fraction::plus);
        if (!sum.equals(WHOLE)) {
            binder.add(binder.mistake(PlanError.WEIGHTS_SUM, track.at("weights"))
                    .with("track", track.key())
                    .with("sum", sum.plain()));
        }
    }

    private void checkDimension(Bound<Track> track, String dimension, List<Bound<Indicator>> indicators) {
        List<Bound<Indicator>> weighed = indicators.stream()
                .filter(indicator -> indicator.value().dimension().equals(dimension)
                        && indicator.value().concerns(track.key()))
                .toList();
        Fraction sum = weighed.stream()
                .map(indicator -> indicator.value().weight().get(track.key()))
                .reduce(Fraction.ZERO, Fraction::plus);
        Fraction weight = track.value().weights().getOrDefault(dimension, Fraction.ZERO);
        Node node = track.at("weights", dimension);
        if (sum.signum() == 0 && weight.signum() > 0) {
            binder.add(binder.mistake(PlanError.DIMENSION_WITHOUT_INDICATOR, node)
                    .with("track", track.key())
                    .with("dimension", dimension));
        } else if (sum.signum() != 0 && !sum.equals(WHOLE)) {
            binder.add(binder.mistake(PlanError.INDICATOR_WEIGHTS_SUM, node)
                    .with("track", track.key())
                    .with("dimension", dimension)
                    .with("sum", sum.plain())
                    .with(
                            "names",
                            FileWords.list(weighed.stream().map(Bound::key).toList())));
        }
    }
}
