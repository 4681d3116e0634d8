package dev.steelyard.app.cli.worker;

import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.worker.OfferRefusal;
import dev.steelyard.app.worker.WorkerWatch;
import dev.steelyard.ledger.pieces.Offer;

/** Says on stderr what a worker does. */
record WorkerText(Session session) implements WorkerWatch {

    private static final int DIGITS = 12;

    @Override
    public void joined() {
        say(session.err()::strong, "worker.joined");
    }

    @Override
    public void helps(Offer offer) {
        say(
                session.err()::strong,
                "worker.helps",
                "job",
                offer.job(),
                "period",
                offer.period(),
                "kind",
                offer.kind(),
                "run",
                run(offer));
    }

    @Override
    public void refuses(Offer offer, OfferRefusal why) {
        say(
                session.err()::warning,
                "worker.refuses." + why.code(),
                "job",
                offer.job(),
                "period",
                offer.period(),
                "engine",
                offer.engine());
    }

    @Override
    public void did(Offer offer, int piece, boolean counts) {
        String key = counts ? "worker.did" : "worker.did.late";
        say(text -> text, key, "job", offer.job(), "period", offer.period(), "kind", offer.kind(), "piece", piece);
    }

    @Override
    public void isAway(RuntimeException failure) {
        say(session.err()::warning, "worker.away");
    }

    @Override
    public void isBack() {
        say(session.err()::strong, "worker.back");
    }

    /** Somebody works on a ledger whose tables are of an earlier version. */
    void busy() {
        say(session.err()::warning, "worker.busy");
    }

    private static String run(Offer offer) {
        return offer.run().substring(0, DIGITS);
    }

    /** How a line is shown. */
    @FunctionalInterface
    private interface Shown {
        String as(String text);
    }

    private void say(Shown shown, String key, Object... slots) {
        session.surroundings().err().println(shown.as(session.texts().say(key, slots)));
    }
}
