package dev.steelyard.app.cli.verb;

import dev.steelyard.input.planfile.NotifyFile;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.output.notice.Notice;
import dev.steelyard.output.notice.Notifier;
import dev.steelyard.output.notice.Notifiers;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells those whom {@code jobs/notify.yaml} names when there is something to tell: a scheduler follows its files. */
public record CurrentNotifiers(Verb verb, InstantSource clock) implements Notifier {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentNotifiers.class);

    @Override
    public void tell(Notice notice) {
        try {
            Notifiers.of(
                            NotifyFile.read(verb.home()),
                            verb.surroundings().environment(),
                            verb.output(),
                            verb.language(),
                            clock)
                    .tell(notice);
        } catch (InvalidFile broken) {
            LOG.atError()
                    .addKeyValue("mistakes", broken.mistakes().size())
                    .log("nobody was told: notify.yaml is broken");
            verb.session().surroundings().err().println(broken.text(verb.language(), true));
        }
    }
}
