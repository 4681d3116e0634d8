package dev.steelyard.app.cli.period;

import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.output.publish.EditionFolders;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Editions without a ledger that knows one of them. */
final class LostLedger {

    private LostLedger() {}

    /** What is to be said where the ledger knows nothing; empty where there are no editions either. */
    static Optional<String> said(Verb verb) throws IOException {
        List<String> there = new EditionFolders(verb.output()).all();
        return there.isEmpty()
                ? Optional.empty()
                : Optional.of(verb.session()
                        .out()
                        .bad(verb.say(
                                "ledger-gone",
                                "output",
                                Verb.shown(verb.output()),
                                "count",
                                there.size(),
                                "folder",
                                there.get(0))));
    }
}
