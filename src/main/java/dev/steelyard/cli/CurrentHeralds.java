package dev.steelyard.cli;

import dev.steelyard.notice.Herald;
import dev.steelyard.notice.Heralds;
import dev.steelyard.notice.Notice;
import dev.steelyard.planfile.NotifyFile;
import dev.steelyard.planfile.mistake.InvalidFile;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells those whom {@code jobs/notify.yaml} names when there is something to tell: a scheduler follows its files. */
record CurrentHeralds(Verb verb, InstantSource clock) implements Herald {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentHeralds.class);

    @Override
    public void tell(Notice notice) {
        try {
            Heralds.of(
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
