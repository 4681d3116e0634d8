package dev.steelyard.cli;

import dev.steelyard.calendar.Period;
import dev.steelyard.ledger.Ledger;
import dev.steelyard.ledger.LedgerDatabase;
import dev.steelyard.ledger.LedgerHolder;
import dev.steelyard.ledger.LedgerInUse;
import dev.steelyard.ledger.Publication;
import dev.steelyard.planfile.Job;
import dev.steelyard.planfile.JobFile;
import dev.steelyard.planfile.Setup;
import dev.steelyard.planfile.mistake.InvalidFile;
import dev.steelyard.run.Purpose;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(name = "status", versionProvider = EngineVersion.class)
final class StatusCommand extends Verb {

    /** Editions shown; {@code runs} shows all. */
    private static final int SHOWN = 12;

    /** A period that ended and has no final run. */
    private record Due(Job job, Period period) {}

    /**
     * What the ledger and the folders tell.
     *
     * @param inUse whether another process has the ledger
     * @param holder who, where it says so
     * @param broken job files that cannot be read
     * @param owed what closed periods still owe, a line each
     */
    private record State(
            boolean inUse,
            Optional<LedgerHolder> holder,
            List<Newest> newest,
            List<Due> due,
            List<String> broken,
            Standings standings,
            List<String> owed,
            List<Map<String, Object>> owedJson) {}

    StatusCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        State state = state();
        if (json()) {
            print(json(state));
        } else {
            running(state);
            newest(state);
            owed(state);
            due(state);
        }
        return Exit.DONE;
    }

    private State state() throws IOException {
        boolean inUse = false;
        Optional<LedgerHolder> holder = Optional.empty();
        List<Newest> newest = List.of();
        Standings standings = Standings.UNKNOWN;
        List<String> owed = List.of();
        List<Map<String, Object>> owedJson = List.of();
        if (OpenLedger.exists(ledger(), db())) {
            try (LedgerDatabase database = LedgerDatabase.open(ledger(), db())) {
                List<Publication> revisions = new Ledger(database.source()).revisions();
                newest = Newest.of(revisions, output());
                standings = Standings.of(database.source(), revisions);
                owed = standings.owed(session().texts());
                owedJson = standings.owedJson();
            } catch (LedgerInUse e) {
                inUse = true;
                holder = e.holder();
                newest = Newest.inFolders(output());
            }
        }
        List<String> broken = new ArrayList<>();
        return new State(inUse, holder, newest, due(newest, broken), broken, standings, owed, owedJson);
    }

    private List<Due> due(List<Newest> newest, List<String> broken) {
        Path jobs = home().resolve("jobs");
        List<Due> due = new ArrayList<>();
        for (String name : JobFile.names(jobs)) {
            try {
                Setup setup = Setup.read(JobFile.find(home(), name), Optional.empty());
                due(setup)
                        .filter(one -> newest.stream().noneMatch(run -> isOf(run, one)))
                        .ifPresent(due::add);
            } catch (InvalidFile e) {
                broken.add(name);
            }
        }
        return due;
    }

    private Optional<Due> due(Setup setup) {
        Job job = setup.job();
        LocalDate today =
                surroundings().now().atZoneSameInstant(setup.plan().zone()).toLocalDate();
        Period period = PeriodChoice.lastEnded(job.period(), today.minusDays(1));
        boolean isScored =
                job.does() == Purpose.SCORING && setup.plan().effective().covers(period.days());
        return isScored ? Optional.of(new Due(job, period)) : Optional.empty();
    }

    private static boolean isOf(Newest run, Due due) {
        return run.job().equals(due.job().job()) && run.period().equals(due.period());
    }

    private void running(State state) {
        String key = !state.inUse() ? "status.idle" : state.holder().isEmpty() ? "status.busy" : "status.running";
        LedgerHolder holder = state.holder().orElse(new LedgerHolder(0, "", "", "2000-01-01T00:00:00Z", ""));
        print(session()
                .out()
                .strong(say(
                        key,
                        "job",
                        holder.job(),
                        "period",
                        holder.period(),
                        "since",
                        Moment.of(
                                OffsetDateTime.parse(holder.since()),
                                surroundings().now()),
                        "process",
                        Failures.process(holder, session().texts()))));
    }

    private void newest(State state) {
        print("");
        if (state.newest().isEmpty()) {
            print(say("status.nothing", "output", shown(output())));
            return;
        }
        print(say(state.inUse() ? "status.newest.folders" : "status.newest"));
        TextTable table = new TextTable(
                List.of(false, false, false, false, false, false),
                List.of(say("status.heads").split("\\|")));
        state.newest().stream()
                .limit(SHOWN)
                .forEach(one -> table.row(
                        one.job(),
                        one.period().toString(),
                        "r" + one.revision(),
                        one.asOf(),
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
                                    one.job().name().in(language()),
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
        Object running = !state.inUse()
                ? null
                : state.holder()
                        .map(holder -> Json.of("job", holder.job())
                                .with("period", holder.period())
                                .with("since", holder.since())
                                .with("pid", holder.pid())
                                .with("host", holder.host()))
                        .orElse(Json.of("job", null))
                        .members();
        return Json.of("running", running)
                .with(
                        "newest",
                        state.newest().stream()
                                .map(one -> one.json()
                                        .with(
                                                "standing",
                                                state.standings().code(one.job(), one.period(), one.revision()))
                                        .members())
                                .toList())
                .with("owed", state.owedJson())
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
