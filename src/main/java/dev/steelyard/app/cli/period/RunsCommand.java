package dev.steelyard.app.cli.period;

import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Moment;
import dev.steelyard.app.cli.text.Numbers;
import dev.steelyard.app.cli.text.TextTable;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.OpenLedger;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.PastRun;
import dev.steelyard.ledger.records.Payment;
import dev.steelyard.ledger.records.PeriodBook;
import dev.steelyard.ledger.records.Publication;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "runs", versionProvider = EngineVersion.class)
public final class RunsCommand extends Verb {

    public RunsCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        List<PastRun> runs = List.of();
        PeriodStandings standings = PeriodStandings.UNKNOWN;
        if (OpenLedger.exists(ledger(), db())) {
            try (LedgerDatabase database = OpenLedger.toLook(this)) {
                Ledger ledger = new Ledger(database.source());
                runs = ledger.history();
                standings = PeriodStandings.of(database.source(), ledger.revisions());
                runs = runs.stream()
                        .map(run -> paid(run, new PeriodBook(database.source())))
                        .toList();
            }
        }
        PeriodStandings known = standings;
        if (json()) {
            print(Json.of(
                    "runs", runs.stream().map(run -> json(run, known).members()).toList()));
        } else if (runs.isEmpty()) {
            print(LostLedger.said(this).orElseGet(() -> say("runs.none", "output", shown(output()))));
        } else {
            TextTable table = new TextTable(
                    List.of(false, false, false, false, true, true, true, true, false, false, false),
                    List.of(say("runs.heads").split("\\|")));
            runs.forEach(run -> row(run, known, table));
            table.lines(session().out()).forEach(this::print);
        }
        return Exit.DONE;
    }

    /** Of a closed revision what its close paid. */
    private static PastRun paid(PastRun run, PeriodBook book) {
        Publication revision = run.publication();
        return book.standing(revision.job(), revision.period())
                .closing()
                .filter(closing -> closing.revision() == revision.revision())
                .map(closing -> {
                    List<Payment> payments = book.payments(closing);
                    return run.paid(
                            payments.stream().map(Payment::amount).reduce(Money.ZERO, Money::plus), payments.size());
                })
                .orElse(run);
    }

    private void row(PastRun run, PeriodStandings standings, TextTable table) {
        Publication revision = run.publication();
        table.row(
                revision.job(),
                revision.period().toString(),
                "r" + revision.revision(),
                revision.asOf().toString(),
                Numbers.count(run.people()),
                Numbers.count(run.rows()),
                (Numbers.amount(run.payout().toString()) + " " + run.currency()).strip(),
                Numbers.count(run.lines()),
                standings.text(
                        revision.job(),
                        revision.period(),
                        revision.revision(),
                        session().texts()),
                Moment.of(run.recordedAt(), surroundings().now()),
                shown(output().resolve(revision.folder())));
    }

    private Json json(PastRun run, PeriodStandings standings) {
        Publication revision = run.publication();
        return Json.of("job", revision.job())
                .with("period", revision.period().toString())
                .with("revision", revision.revision())
                .with("as_of", revision.asOf().toString())
                .with("plan", revision.plan())
                .with("run", revision.runId())
                .with("people", run.people())
                .with("rows", run.rows())
                .with(
                        "payout",
                        Json.of("amount", run.payout().toString())
                                .with("currency", run.currency())
                                .with("lines", run.lines())
                                .members())
                .with("standing", standings.code(revision.job(), revision.period(), revision.revision()))
                .with(
                        "recorded_at",
                        run.recordedAt()
                                .withOffsetSameInstant(surroundings().now().getOffset())
                                .toString())
                .with("published", revision.published())
                .with("folder", output().resolve(revision.folder()).toString().replace('\\', '/'));
    }
}
