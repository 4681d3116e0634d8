package dev.steelyard.app.cli.explain;

import dev.steelyard.app.calculation.EarlierRuns;
import dev.steelyard.app.calculation.Listening;
import dev.steelyard.app.calculation.Measuring;
import dev.steelyard.app.calculation.PurgedFromStore;
import dev.steelyard.app.calculation.Recalculation;
import dev.steelyard.app.cli.option.EditionChoice;
import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Refusal;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.OpenLedger;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.app.cli.verb.Watch;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.explain.Explainer;
import dev.steelyard.engine.explain.rows.Audience;
import dev.steelyard.engine.explain.rows.SourceRows;
import dev.steelyard.engine.explain.rows.TakenRows;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.engine.trace.TreeText;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.ledger.store.WorkFolder;
import dev.steelyard.output.publish.Manifest;
import dev.steelyard.output.publish.PublishedPerson;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The tree behind a person's published figures, calculated again from the store by the rules of that run. */
@Command(name = "explain", versionProvider = EngineVersion.class)
public final class ExplainCommand extends Verb {

    /** Source rows printed below one figure of an indicator; {@code --json} gives all. */
    private static final int SHOWN_ROWS = 200;

    /** The same in the whole tree, where those of indicators are left out. */
    private static final int SHOWN_IN_ALL = 25;

    @Parameters(paramLabel = "EMPLOYEE_ID")
    private String employeeId;

    @Option(names = "--period", paramLabel = "P")
    private String period;

    @Option(names = "--indicator", paramLabel = "ID")
    private String indicator;

    @Option(names = "--pay")
    private boolean pay;

    @Option(names = "--to", paramLabel = "FILE")
    private Path to;

    @Option(names = "--run", paramLabel = "JOB/PERIOD/rN")
    private String run;

    @Option(names = "--role", paramLabel = "ROLE")
    private Role role;

    /** Who asks; anybody where not said. */
    enum Role {
        HR(Audience.HR),
        COMPLIANCE(new Audience(Audience.Role.COMPLIANCE, Optional.empty())),
        FINANCE(new Audience(Audience.Role.FINANCE, Optional.empty()));

        private final Audience audience;

        Role(Audience audience) {
            this.audience = audience;
        }
    }

    /**
     * An explanation.
     *
     * @param differences published figures that the store does not lead to; empty where all agree
     * @param purged files that the store no longer has, so that only what was published can be shown
     */
    record Told(EditionChoice edition, Step tree, List<String> differences, List<String> purged) {
        int exit() {
            return differences.isEmpty() && purged.isEmpty() ? Exit.DONE : Exit.REFUSED;
        }
    }

    public ExplainCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        if (pay && indicator != null) {
            throw Refusal.badInput("explain-both");
        }
        if (to != null && !ExplanationFile.isOne(to)) {
            throw Refusal.badInput("explain-to", "file", to);
        }
        EditionChoice edition = EditionChoice.choose(this, Optional.ofNullable(run), Optional.ofNullable(period));
        PublishedPerson published = published(edition);
        Told told = asked(told(edition, published));
        if (to != null) {
            kept(told, published);
        } else if (json()) {
            print(new ExplainJson(told, language()).json());
        } else {
            text(told);
        }
        return told.exit();
    }

    private PublishedPerson published(EditionChoice edition) throws IOException {
        PublishedPerson published = PublishedPerson.read(edition.folder(), employeeId)
                .orElseThrow(() -> Refusal.badInput(
                        "explain-employee",
                        "id",
                        employeeId,
                        "run",
                        edition.name(),
                        "nearest",
                        edition.nearest(employeeId)));
        if (indicator != null && !published.indicators().containsKey(indicator)) {
            throw Refusal.badInput(
                    "explain-indicator",
                    "indicator",
                    indicator,
                    "id",
                    employeeId,
                    "known",
                    published.indicators().isEmpty()
                            ? say("explain.no-indicators")
                            : String.join(", ", published.indicators().keySet()),
                    "nearest",
                    EditionChoice.nearest(indicator, published.indicators().keySet()));
        }
        return published;
    }

    private Told told(EditionChoice edition, PublishedPerson published) throws IOException {
        Months months = months(edition.manifest());
        try (Watch watch = Watch.of(this);
                WorkFolder work = WorkFolder.under(output())) {
            Measuring again = Recalculation.of(output(), edition.manifest(), months.runs(), work.path(), watch)
                    .figuresOnly();
            TakenRows rows = new TakenRows(
                    again.input(),
                    again.corrected(),
                    employeeId,
                    audience(),
                    shown(again.input().plan()),
                    indicator == null);
            RunResult result = again.heardBy(new Listening(rows::listener, rows::wanted))
                    .calculated(Runtime.getRuntime().availableProcessors())
                    .result();
            // A row may name somebody in other characters, or be theirs without naming them.
            again.heardBy(Listening.to(rows::listener)).tell(rows.incomplete(result.measurements()));
            Optional<PublishedPerson> computed = PublishedPerson.of(result, employeeId);
            List<String> differences =
                    new ArrayList<>(computed.map(published::differences).orElse(List.of(employeeId)));
            Optional<Step> tree = tree(result, rows, months.names());
            if (computed.isPresent()
                    && tree.flatMap(step -> step.find(PublishedPay.KEY)).isPresent()) {
                differences.addAll(published.payDifferences(computed.get()));
                tree = tree.map(step -> new PublishedPay(published.linesBesides(computed.get())).in(step));
            }
            return new Told(edition, tree.orElseGet(() -> ofFiles(published)), differences, List.of());
        } catch (PurgedFromStore e) {
            return new Told(edition, ofFiles(published), List.of(), e.names());
        }
    }

    /**
     * What a mean was made of.
     *
     * @param names period → {@code JOB/PERIOD/rN}
     */
    private record Months(EarlierRuns runs, Map<Period, String> names) {
        static final Months NONE = new Months(EarlierRuns.NONE, Map.of());
    }

    /** Only a mean of published months asks the ledger, and no longer than it takes to read them. */
    private Months months(Manifest manifest) throws IOException {
        if (manifest.earlier().isEmpty()) {
            return Months.NONE;
        }
        try (LedgerDatabase database = OpenLedger.toLook(this)) {
            Ledger ledger = new Ledger(database.source());
            Map<Period, String> names = new HashMap<>();
            for (Publication revision : ledger.revisions()) {
                if (manifest.earlier().containsValue(revision.runId())) {
                    names.put(revision.period(), revision.job() + "/" + revision.period() + "/r" + revision.revision());
                }
            }
            return new Months(EarlierRuns.of(ledger, manifest.earlier()), names);
        }
    }

    /** The indicators whose rows are shown: on a screen those of some thirty would bury the tree, each is asked for by {@code --indicator}. */
    private Collection<String> shown(Plan plan) {
        if (indicator != null) {
            return List.of(indicator);
        }
        return pay || !json() && to == null ? List.of() : plan.indicators().keySet();
    }

    private Optional<Step> tree(RunResult result, SourceRows rows, Map<Period, String> months) {
        Explainer explainer = new Explainer(result, audience(), rows, months);
        return indicator == null ? explainer.person(employeeId) : explainer.indicator(employeeId, indicator);
    }

    /** Of a person's tree what they are paid, where that alone was asked for. */
    private Told asked(Told told) {
        return !pay
                ? told
                : new Told(
                        told.edition(),
                        told.tree()
                                .find(PublishedPay.KEY)
                                .orElseThrow(() -> Refusal.badInput(
                                        "explain-pay",
                                        "id",
                                        employeeId,
                                        "run",
                                        told.edition().name())),
                        told.differences(),
                        told.purged());
    }

    private Step ofFiles(PublishedPerson published) {
        return new PublishedTree(published).of(Optional.ofNullable(indicator));
    }

    private Audience audience() {
        return role == null ? Audience.ANYBODY : role.audience;
    }

    /** Whoever reads the file did not ask the question: above one figure, or pay, stands whose it is. */
    private void kept(Told told, PublishedPerson published) throws IOException {
        String title = title(told);
        String whose = say("word.nameId", "name", published.scores().get("name"), "id", employeeId)
                .strip();
        new ExplanationFile(told, language())
                .write(
                        to,
                        pay || indicator != null ? say("explain.title.whose", "whose", whose, "title", title) : title,
                        remarks(told));
        if (json()) {
            print(Json.of("outcome", "explained").with("file", shown(to)));
        } else {
            print(say("explain.kept", "file", shown(to)));
            remarks(told).forEach(this::warn);
        }
    }

    private String title(Told told) {
        Manifest manifest = told.edition().manifest();
        return say("explain.title", "run", told.edition().name(), "plan", manifest.plan(), "asOf", manifest.asOf());
    }

    private List<String> remarks(Told told) {
        List<String> remarks = new ArrayList<>();
        if (!told.purged().isEmpty()) {
            remarks.add(say("explain.purged", "files", String.join(", ", told.purged())));
        }
        if (!told.differences().isEmpty()) {
            remarks.add(say(
                    "explain.differs",
                    "differences",
                    String.join("; ", told.differences()),
                    "engine",
                    told.edition().manifest().engine()));
        }
        return remarks;
    }

    private void text(Told told) {
        print(session().out().strong(title(told)));
        TreeText.of(told.tree(), Words.in(language()), indicator == null ? SHOWN_IN_ALL : SHOWN_ROWS)
                .forEach(this::print);
        remarks(told).forEach(this::warn);
    }

    private void warn(String text) {
        surroundings().err().println(session().err().bad(text));
    }
}
