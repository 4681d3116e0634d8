package dev.steelyard.app.doctor;

import dev.steelyard.app.doctor.Diagnosis.Check;
import dev.steelyard.app.publication.Discrepancy;
import dev.steelyard.app.publication.LedgerProof;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.database.LedgerFailed;
import dev.steelyard.ledger.database.LedgerInUse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Whether the ledger still says what was published. */
record ProofLook(Installation installation) {

    List<Diagnosis> findings() throws IOException {
        try (LedgerDatabase database = LedgerDatabase.look(installation.ledger(), installation.db())) {
            LedgerProof proof = new LedgerProof(database.source(), installation.output());
            List<Diagnosis> findings = new ArrayList<>(List.of(finding(proof)));
            database.guardsLost()
                    .forEach(lost -> findings.add(Diagnosis.look(Check.PROOF, "guard-lost", "lost", lost)));
            return findings;
        } catch (LedgerFailed e) {
            return List.of(Diagnosis.wrong(
                    Check.DATABASE,
                    "ledger-failed",
                    "place",
                    installation.ledger(),
                    "reason",
                    String.valueOf(e.getCause().getMessage())));
        } catch (LedgerInUse e) {
            return List.of(Diagnosis.look(Check.DATABASE, "ledger-in-use", "place", installation.ledger()));
        }
    }

    private static Diagnosis finding(LedgerProof proof) throws IOException {
        List<Discrepancy> found = proof.everything();
        int count = proof.links().size();
        if (!found.isEmpty()) {
            Discrepancy first = found.get(0);
            return Diagnosis.wrong(
                    Check.PROOF,
                    "proof-differs",
                    "count",
                    found.size(),
                    "place",
                    first.place(),
                    "figure",
                    first.figure());
        }
        return count == 0
                ? Diagnosis.good(Check.PROOF, "proof-none")
                : Diagnosis.good(
                        Check.PROOF,
                        "proof",
                        "count",
                        count,
                        "head",
                        proof.links().get(count - 1).head().shown());
    }
}
