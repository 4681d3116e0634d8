package dev.steelyard.app.doctor;

import dev.steelyard.app.doctor.Diagnosis.Check;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Looks at everything, and never stops at the first that is wrong. */
public record Doctor(Installation installation) {

    /** The newest Java that this was tried on. */
    private static final int NEWEST_JAVA = 25;

    /**
     * All findings, by what was looked at.
     *
     * @param language of a test message: {@code zh} or {@code en}
     * @param trying whether a test message is sent to everybody who is to be told how runs end
     */
    public List<Diagnosis> findings(String language, InstantSource clock, boolean trying) throws IOException {
        LedgerLook ledger = LedgerLook.at(installation);
        JobsLook jobs = JobsLook.at(installation);
        List<Diagnosis> findings = new ArrayList<>();
        findings.add(versions(ledger));
        findings.addAll(new ClockLook(installation).findings(ledger.newest(), jobs.zones()));
        findings.addAll(ledger.findings());
        findings.addAll(jobs.calendar());
        findings.addAll(jobs.findings());
        findings.addAll(new DiskLook(installation, ledger.batchSteps()).findings());
        findings.addAll(NoticesLook.findings(installation, language, clock, trying));
        return findings;
    }

    private Diagnosis versions(LedgerLook ledger) {
        int java = Runtime.version().feature();
        Object[] slots = {
            "engine",
            installation.engine(),
            "java",
            Runtime.version().toString().replaceFirst("[-+].*", ""),
            "database",
            ledger.product(),
            "newest",
            NEWEST_JAVA
        };
        return java > NEWEST_JAVA
                ? Diagnosis.look(Check.VERSIONS, "java-newer", slots)
                : Diagnosis.good(Check.VERSIONS, ledger.product().isEmpty() ? "versions.no-ledger" : "versions", slots);
    }
}
