package dev.steelyard.engine.score;

import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Signature;
import dev.steelyard.engine.verb.Measured;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A verb over scorecards instead of rows. A new one is one class, registered by name here. */
public interface CardVerb {

    Map<String, CardVerb> BY_NAME = Map.of("team_mean", new TeamMean());

    /** Which components of a measure the verb works on. */
    Signature signature();

    /** The value over the scorecards of the people whom the person leads. */
    Measured apply(Measure measure, List<Scorecard> members);

    /** The verb of that name over scorecards; empty where there is none. */
    static Optional<CardVerb> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Verb → which components of a measure it needs and may have. */
    static Map<String, Signature> signatures() {
        Map<String, Signature> signatures = new LinkedHashMap<>();
        BY_NAME.forEach((name, verb) -> signatures.put(name, verb.signature()));
        return signatures;
    }
}
