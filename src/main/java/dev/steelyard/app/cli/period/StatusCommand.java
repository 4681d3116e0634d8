package dev.steelyard.app.cli.period;

import dev.steelyard.app.cli.option.Newest;
import dev.steelyard.app.cli.option.PeriodChoice;
import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.TextTable;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.OpenLedger;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.app.closing.ChangedMonth;
import dev.steelyard.app.closing.StaleRun;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.input.planfile.Job;
import dev.steelyard.input.planfile.JobFile;
import dev.steelyard.input.planfile.Setup;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.database.LedgerInUse;
import dev.steelyard.ledger.database.RecordedEditions;
import dev.steelyard.ledger.pieces.Crew;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.output.publish.EditionFolders;
import dev.steelyard.output.publish.EditionFolders.Disagreement;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(name = "status", versionProvider = EngineVersion.class)
public final class StatusCommand extends Verb {

    /** Editions shown; {@code runs} shows all. */
    private static final int SHOWN = 12;

    /** A period that ended and has no final run. */
    private record Due(Job job, Period period) {}

    /**
     * What the ledger and the folders tell.
     *
     * @param folders editions whose folders and the ledger do not agree
     * @param stale quarters and years that read what has been revised since
     * @param changed closed months whose facts have changed since
     * @param broken job files that cannot be read
     * @param standings how the periods stand
     * @param owed what closed periods still owe, a line each
     */
    private record State(
            AtWork work,
            CrewText crew,
            List<Newest> newest,
            List<Disagreement> folders,
            List<StaleRun> stale,
            List<ChangedMonth> changed,
            List<Due> due,
            List<String> broken,
            PeriodStandings standings,
            List<String> owed,
            List<Map<String, Object>> owedJson,
            List<Map<String, Object>> balancesJson) {}

    public StatusCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        State state = state();
        if (json()) {
            print(json(state));
        } else {
            state.work().lines(session()).forEach(this::print);
            state.crew().lines(session()).forEach(this::print);
            newest(state);
            folders(state);
            stale(state);
            changed(state);
            owed(state);
            due(state);
        }
        return Exit.DONE;
    }

    private State state() throws IOException {
        List<String> broken = new ArrayList<>();
        List<Setup> jobs = scoringJobs(broken);
        AtWork work = AtWork.idle(ledger());
        CrewText crew = new CrewText(Crew.NOBODY);
        List<Newest> newest = List.of();
        List<Disagreement> folders = List.of();
        List<StaleRun> stale = new ArrayList<>();
        List<ChangedMonth> changed = List.of();
        PeriodStandings standings = PeriodStandings.UNKNOWN;
        List<String> owed = List.of();
        List<Map<String, Object>> owedJson = List.of();
        List<Map<String, Object>> balancesJson = List.of();
        if (OpenLedger.exists(ledger(), db())) {
            try (LedgerDatabase database = OpenLedger.toLookAtOnce(this)) {
                if (database.isShared()) {
                    crew = new CrewText(Crew.of(database.source()));
                }
                database.orInUse();
                List<Publication> revisions = new Ledger(database.source()).revisions();
                newest = Newest.of(revisions, output());
                folders = new EditionFolders(output()).against(new RecordedEditions(database.source()).all());
                changed = ChangedMonth.of(database.source(), output());
                standings = PeriodStandings.of(database.source(), revisions);
                owed = standings.owed(session().texts());
                owedJson = standings.owedJson();
                balancesJson = standings.balancesJson();
                for (Setup job : jobs) {
                    stale.addAll(StaleRun.of(database.source(), job.job().job(), job.plan(), output()));
                }
            } catch (LedgerInUse e) {
                work = AtWork.busy(ledger(), e.holder());
                newest = Newest.inFolders(output());
            }
        } else {
            folders = new EditionFolders(output()).against(List.of());
        }
        return new State(
                work,
                crew,
                newest,
                folders,
                stale,
                changed,
                due(jobs, newest),
                broken,
                standings,
                owed,
                owedJson,
                balancesJson);
    }

    private List<Setup> scoringJobs(List<String> broken) {
        List<Setup> jobs = new ArrayList<>();
        for (String name : JobFile.names(home().resolve("jobs"))) {
            try {
                Setup setup = Setup.read(JobFile.find(home(), name), Optional.empty());
                if (setup.job().does().scores()) {
                    jobs.add(setup);
                }
            } catch (InvalidFile e) {
                broken.add(name);
            }
        }
        return jobs;
    }

    private List<Due> due(List<Setup> jobs, List<Newest> newest) {
        return jobs.stream()
                .flatMap(setup -> due(setup, newest).stream())
                .filter(one -> newest.stream().noneMatch(run -> isOf(run, one)))
                .toList();
    }

    /** From the oldest period that has a final run to the last that ended; where none has, the last alone. */
    private List<Due> due(Setup setup, List<Newest> newest) {
        Job job = setup.job();
        LocalDate today =
                surroundings().now().atZoneSameInstant(setup.plan().zone()).toLocalDate();
        Period period = PeriodChoice.lastEnded(job.period(), today.minusDays(1));
        Period first = newest.stream()
                .filter(run -> run.job().equals(job.job()))
                .map(Newest::period)
                .min(Comparator.naturalOrder())
                .filter(oldest -> oldest.compareTo(period) < 0)
                .orElse(period);
        List<Due> due = new ArrayList<>();
        for (Period one = first; one.compareTo(period) <= 0; one = one.next()) {
            if (setup.plan().effective().covers(one.days())) {
                due.add(new Due(job, one));
            }
        }
        return due;
    }

    private static boolean isOf(Newest run, Due due) {
        return run.job().equals(due.job().job()) && run.period().equals(due.period());
    }

    private void newest(State state) throws IOException {
        print("");
        if (state.newest().isEmpty()) {
            print(LostLedger.said(this).orElseGet(() -> say("status.nothing", "output", shown(output()))));
            return;
        }
        print(say(state.work().inUse() ? "status.newest.folders" : "status.newest"));
        TextTable table = new TextTable(
                List.of(false, false, false, false, true, false, false),
                List.of(say("status.heads").split("\\|")));
        state.newest().stream()
                .limit(SHOWN)
                .forEach(one -> table.row(
                        one.job(),
                        one.period().toString(),
                        "r" + one.revision(),
                        one.asOf(),
                        one.held(),
                        state.standings()
                                .text(
                                        one.job(),
                                        one.period(),
                                        one.revision(),
                                        session().texts()),
                        shown(one.folder())));
        table.lines(session().out()).forEach(this::print);
        if (state.newest().size() > SHOWN) {
            print("  " + say("status.more", "count", state.newest().size() - SHOWN));
        }
    }

    private void folders(State state) {
        if (!state.folders().isEmpty()) {
            print("");
            print(session().out().bad(say("status.folders")));
            state.folders().stream().limit(SHOWN).forEach(one -> print("  " + say(word(one), "folder", one.folder())));
        }
    }

    private static String word(Disagreement one) {
        return "status.folders." + one.kind().name().toLowerCase(Locale.ROOT);
    }

    private void stale(State state) {
        if (!state.stale().isEmpty()) {
            print("");
            print(session().out().warning(say("status.stale")));
            state.stale()
                    .forEach(one -> print("  "
                            + say(
                                    "status.stale.line",
                                    "job",
                                    one.revision().job(),
                                    "period",
                                    one.revision().period(),
                                    "revision",
                                    one.revision().revision(),
                                    "revised",
                                    String.join(
                                            say("list.gap"),
                                            one.revised().stream()
                                                    .map(Period::toString)
                                                    .toList()))));
        }
    }

    private void changed(State state) {
        if (!state.changed().isEmpty()) {
            print("");
            print(session().out().warning(say("status.changed")));
            state.changed()
                    .forEach(one -> print("  "
                            + say(
                                    "status.changed.line",
                                    "month",
                                    one.month(),
                                    "dataset",
                                    one.dataset(),
                                    "job",
                                    one.seenBy().job(),
                                    "period",
                                    one.seenBy().period(),
                                    "revision",
                                    one.seenBy().revision())));
        }
    }

    private void owed(State state) {
        if (!state.owed().isEmpty()) {
            print("");
            print(say("status.owed"));
            state.owed().forEach(line -> print("  " + line));
        }
    }

    private void due(State state) {
        print("");
        if (state.due().isEmpty()) {
            print(say("status.nothing-due"));
        } else {
            print(say("status.due"));
            state.due()
                    .forEach(one -> print("  "
                            + say(
                                    "status.due.line",
                                    "name",
                                    one.job().name(),
                                    "job",
                                    one.job().job(),
                                    "period",
                                    one.period(),
                                    "last",
                                    one.period().last())));
        }
        state.broken().forEach(name -> print(session().out().bad(say("status.broken", "job", name))));
    }

    private Json json(State state) {
        return Json.of("running", state.work().running())
                .with("workers", state.crew().json())
                .with("waiting", state.work().waitingJson())
                .with(
                        "newest",
                        state.newest().stream()
                                .map(one -> one.json()
                                        .with(
                                                "standing",
                                                state.standings().code(one.job(), one.period(), one.revision()))
                                        .members())
                                .toList())
                .with(
                        "folders",
                        state.folders().stream()
                                .map(one -> Json.of("folder", one.folder())
                                        .with("finding", one.kind().name().toLowerCase(Locale.ROOT))
                                        .members())
                                .toList())
                .with(
                        "stale",
                        state.stale().stream()
                                .map(one -> Json.of("job", one.revision().job())
                                        .with("period", one.revision().period().toString())
                                        .with("revision", one.revision().revision())
                                        .with(
                                                "revised",
                                                one.revised().stream()
                                                        .map(Period::toString)
                                                        .toList())
                                        .members())
                                .toList())
                .with(
                        "changed",
                        state.changed().stream()
                                .map(one -> Json.of("month", one.month())
                                        .with("dataset", one.dataset())
                                        .with("seen_by", one.seenBy().folder())
                                        .members())
                                .toList())
                .with("owed", state.owedJson())
                .with("balances", state.balancesJson())
                .with(
                        "due",
                        state.due().stream()
                                .map(one -> Json.of("job", one.job().job())
                                        .with("period", one.period().toString())
                                        .members())
                                .toList())
                .with("unreadable_jobs", state.broken());
    }
}
