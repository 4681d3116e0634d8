package dev.steelyard.app.cli.verb;

import java.util.Optional;
import picocli.CommandLine.Mixin;

/** A verb that does more than look: it is logged. */
public abstract class LoggedVerb extends Verb {

    @Mixin
    private LogOptions log;

    public LoggedVerb(Session session) {
        super(session);
    }

    @Override
    public Optional<LogOptions> log() {
        return Optional.of(log);
    }
}
