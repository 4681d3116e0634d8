package dev.steelyard.app.doctor;

import dev.steelyard.app.doctor.Diagnosis.Check;
import dev.steelyard.input.planfile.Notify;
import dev.steelyard.input.planfile.NotifyFile;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.output.notice.Notifiers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Whether those who are to be told how runs end can be told. */
final class NoticesLook {

    private NoticesLook() {}

    /**
     * @param language of a test message
     * @param trying whether one is sent to everybody
     */
    static List<Diagnosis> findings(Installation installation, String language, InstantSource clock, boolean trying) {
        try {
            Notify notify = NotifyFile.read(installation.home());
            return findings(
                    Notifiers.of(notify, installation.environment(), installation.output(), language, clock),
                    trying,
                    NotifyFile.of(installation.home()));
        } catch (InvalidFile e) {
            return List.of(Diagnosis.wrong(
                    Check.NOTICES, "notices-broken", "count", e.mistakes().size(), "mistakes", e));
        }
    }

    private static List<Diagnosis> findings(Notifiers heralds, boolean trying, Path file) {
        List<Diagnosis> findings = new ArrayList<>();
        List<String> ready = new ArrayList<>();
        for (Notifiers.Readiness one : heralds.readiness()) {
            if (!one.missing().isEmpty()) {
                findings.add(Diagnosis.wrong(
                        Check.NOTICES, "notice-unset", "channel", one.channel(), "variables", one.missing()));
            } else if (one.isInTheClear()) {
                findings.add(Diagnosis.look(Check.NOTICES, "notice-clear", "channel", one.channel()));
            } else {
                ready.add(one.channel());
            }
        }
        if (trying) {
            heralds.tryAll()
                    .forEach((channel, failure) -> findings.add(failure.map(why ->
                                    Diagnosis.wrong(Check.NOTICES, "notice-failed", "channel", channel, "reason", why))
                            .orElseGet(() -> Diagnosis.good(Check.NOTICES, "notice-sent", "channel", channel))));
        } else if (!ready.isEmpty()) {
            findings.add(Diagnosis.good(Check.NOTICES, "notices", "channels", ready));
        }
        return findings.isEmpty() ? List.of(Diagnosis.good(Check.NOTICES, "notices-off", "file", file)) : findings;
    }
}
