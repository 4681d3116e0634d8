package dev.steelyard.app.publication;

import dev.steelyard.app.publication.Discrepancy.What;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.ledger.database.Beside;
import dev.steelyard.ledger.database.ChainHead;
import dev.steelyard.ledger.database.ChainLink;
import dev.steelyard.ledger.database.ChainLink.Kind;
import dev.steelyard.ledger.database.IndexProof;
import dev.steelyard.ledger.database.LedgerChain;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.PaymentHistory;
import dev.steelyard.ledger.records.PeriodBook;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.output.publish.Manifest;
import dev.steelyard.output.publish.SealedEdition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Whether the ledger still says what was published: its rows against its own chain, the chain against the manifests of the
 * editions, payments, lines and scores against their machine files. Whoever changed one of them has changed the others as well,
 * or is found; whoever changed all is found by a head of the chain that somebody else wrote down.
 */
public final class LedgerProof {

    private static final String PAYOUT = "payout.csv";
    private static final String SCORES = "scores.csv";
    private static final Set<String> PAY = Set.of("run_payout");
    private static final Set<String> SCORE = Set.of("run_score", "run_dimension");

    private final Path output;
    private final LedgerChain chain;
    private final IndexProof indexes;
    private final Ledger ledger;
    private final PeriodBook book;
    private final PaymentHistory history;
    private final List<ChainLink> links;
    private final Map<Key, ChainHead> before = new HashMap<>();
    private final List<Discrepancy> found = new ArrayList<>();

    /** @param output where the editions lie; one that is not there is not compared */
    public LedgerProof(DataSource source, Path output) {
        this.output = output;
        this.chain = new LedgerChain(source);
        this.indexes = new IndexProof(source);
        this.ledger = new Ledger(source);
        this.book = new PeriodBook(source);
        this.history = new PaymentHistory(source);
        this.links = chain.links();
        ChainHead head = ChainHead.NONE;
        for (ChainLink link : links) {
            before.put(Key.of(link), head);
            head = link.head();
        }
    }

    /** The chain, the first link first. */
    public List<ChainLink> links() {
        return links;
    }

    /** Everything that the ledger holds. */
    public List<Discrepancy> everything() throws IOException {
        Supplier<List<String>> broken = Beside.asked(indexes::broken);
        Supplier<List<LedgerChain.Breach>> breaches = Beside.asked(chain::breaches);
        compare(revision -> true, revision -> true, edition -> true);
        Set<String> jobs = new TreeSet<>();
        ledger.revisions().forEach(revision -> jobs.add(revision.job()));
        for (String job : jobs) {
            unrecorded(job, "(closed-)?r[0-9]+(-[0-9]+)?");
        }
        return all(broken.get(), breaches.get());
    }

    /**
     * What a run or a close of a job builds upon: what its closes paid, the lines from which true-ups are counted, the scores
     * of the runs that it reads; and the links of the whole chain.
     *
     * @param reads ids of the runs whose scores are read
     */
    public List<Discrepancy> of(String job, Collection<String> reads) throws IOException {
        return of(job, reads, Beside.asked(indexes::broken));
    }

    private List<Discrepancy> of(String job, Collection<String> reads, Supplier<List<String>> broken)
            throws IOException {
        Map<Period, Publication> newest = new TreeMap<>();
        Set<Key> pay = new LinkedHashSet<>();
        Set<Key> scores = new LinkedHashSet<>();
        Set<Period> closed = new LinkedHashSet<>();
        book.standings(job).forEach((period, standing) -> {
            if (standing.isClosed()) {
                closed.add(period);
                pay.add(new Key(
                        Kind.REVISION,
                        job,
                        period.toString(),
                        standing.closing().orElseThrow().revision()));
            }
        });
        for (Publication revision : ledger.revisions()) {
            if (revision.job().equals(job)) {
                newest.put(revision.period(), revision);
            }
            if (reads.contains(revision.runId())) {
                scores.add(Key.of(revision));
            }
        }
        newest.values().stream()
                .filter(revision -> closed.contains(revision.period()))
                .forEach(revision -> pay.add(Key.of(revision)));
        Supplier<List<LedgerChain.Breach>> breaches = Beside.asked(() -> chain.breaches(link -> {
            Key of = Key.of(link);
            Set<String> tables = new LinkedHashSet<>();
            if (link.kind() == Kind.DECISION && link.job().equals(job)) {
                link.parts().forEach(part -> tables.add(part.table()));
                tables.addAll(Set.of("period_decision", "period_payment", "period_held"));
            }
            if (pay.contains(of)) {
                tables.addAll(PAY);
            }
            if (scores.contains(of)) {
                tables.addAll(SCORE);
            }
            return tables;
        }));
        compare(
                revision -> pay.contains(Key.of(revision)),
                revision -> scores.contains(Key.of(revision)),
                edition -> edition.job().equals(job));
        // What they paid would be paid again.
        unrecorded(job, "closed-r[0-9]+(-[0-9]+)?");
        return all(broken.get(), breaches.get());
    }

    /**
     * @param broken the ledger's indexes that are, which were begun to be looked for before
     * @throws LedgerDisagrees if what a run of the job builds upon is not as it was published
     */
    public static void orRefuse(
            DataSource source, Path output, String job, Collection<String> reads, Supplier<List<String>> broken)
            throws IOException {
        List<Discrepancy> found = new LedgerProof(source, output).of(job, reads, broken);
        if (!found.isEmpty()) {
            throw new LedgerDisagrees(found);
        }
    }

    /** The indexes that are broken, then what is wrong with the chain, then what else was found. */
    private List<Discrepancy> all(List<String> broken, List<LedgerChain.Breach> breaches) {
        return Stream.of(
                        broken.stream().map(index -> new Discrepancy(What.INDEX, "", index, "", "")),
                        breaches.stream().map(LedgerProof::discrepancy),
                        found.stream())
                .flatMap(found -> found)
                .toList();
    }

    private static Discrepancy discrepancy(LedgerChain.Breach breach) {
        What what =
                switch (breach.kind()) {
                    case NUMBER, HEAD -> What.LINK;
                    case ROWS -> What.ROWS;
                    case UNLINKED -> What.UNLINKED;
                };
        return new Discrepancy(what, breach.entry(), breach.table(), breach.expected(), breach.found());
    }

    private void compare(
            Predicate<Publication> pay, Predicate<Publication> scores, Predicate<PeriodBook.Recorded> closes)
            throws IOException {
        for (Publication revision : ledger.revisions()) {
            boolean lines = pay.test(revision);
            boolean figures = scores.test(revision);
            if (lines || figures) {
                compare(revision, lines, figures);
            }
        }
        for (PeriodBook.Recorded edition : book.editions()) {
            if (closes.test(edition)) {
                compare(edition);
            }
        }
    }

    private void compare(Publication revision, boolean lines, boolean figures) throws IOException {
        Optional<SealedEdition> edition = edition(revision.folder(), revision.manifestHash(), Key.of(revision));
        if (edition.isEmpty()) {
            return;
        }
        if (lines && isWhole(edition.get(), revision.folder(), PAYOUT)) {
            Map<String, Map<String, String>> recorded = new LinkedHashMap<>();
            history.lines(revision).forEach(line -> recorded.put(line.lineId(), RecordedCells.of(line)));
            found.addAll(RecordedCells.compare(
                    What.LINE,
                    revision.folder() + "/" + PAYOUT,
                    RecordedCells.byKey(edition.get().rows(PAYOUT), "line_id"),
                    recorded));
        }
        if (figures && isWhole(edition.get(), revision.folder(), SCORES)) {
            found.addAll(RecordedCells.compare(
                    What.FIGURE,
                    revision.folder() + "/" + SCORES,
                    RecordedCells.byKey(edition.get().rows(SCORES), "employee_id"),
                    ledger.figures(revision)));
        }
    }

    private void compare(PeriodBook.Recorded close) throws IOException {
        String folder = close.edition().folder();
        Optional<SealedEdition> edition = edition(folder, close.edition().manifestHash(), Key.of(close));
        if (edition.isPresent() && isWhole(edition.get(), folder, PAYOUT)) {
            Map<String, Map<String, String>> published =
                    RecordedCells.byKey(edition.get().rows(PAYOUT), "line_id");
            published.values().removeIf(row -> !row.get("status").equals("pay"));
            Map<String, Map<String, String>> paid = new LinkedHashMap<>();
            book.payments(close).forEach(payment -> paid.put(payment.lineId(), RecordedCells.of(payment)));
            found.addAll(RecordedCells.compare(What.PAYMENT, folder + "/" + PAYOUT, published, paid));
        }
    }

    private void unrecorded(String job, String names) throws IOException {
        Set<Path> known = new HashSet<>();
        ledger.revisions().forEach(revision -> known.add(output.resolve(revision.folder())));
        book.editions()
                .forEach(edition -> known.add(output.resolve(edition.edition().folder())));
        if (!Files.isDirectory(output.resolve(job))) {
            return;
        }
        try (Stream<Path> all = Files.walk(output.resolve(job), 2)) {
            all.filter(folder -> folder.getFileName().toString().matches(names))
                    .filter(folder -> !known.contains(folder) && Files.isRegularFile(folder.resolve(Manifest.NAME)))
                    .sorted()
                    .forEach(folder -> found.add(new Discrepancy(
                            What.UNRECORDED,
                            output.relativize(folder).toString().replace('\\', '/'),
                            "manifest.json",
                            "",
                            "")));
        }
    }

    /** The edition, where it is there and is the one that the ledger recorded. */
    private Optional<SealedEdition> edition(String folder, String manifestHash, Key entry) throws IOException {
        Optional<SealedEdition> edition = SealedEdition.of(output.resolve(folder));
        if (edition.isEmpty()) {
            return edition;
        }
        if (!edition.get().manifestHash().equals(manifestHash)) {
            found.add(new Discrepancy(
                    What.MANIFEST, folder, "manifest.json", edition.get().manifestHash(), manifestHash));
            return Optional.empty();
        }
        Optional<ChainLink> link =
                links.stream().filter(one -> Key.of(one).equals(entry)).findFirst();
        boolean stands = link.isPresent()
                ? stands(edition.get(), link.get())
                : edition.get().manifest().place().isEmpty();
        if (!stands) {
            found.add(new Discrepancy(
                    What.PLACE,
                    folder,
                    "manifest.json",
                    edition.get().head().map(ChainHead::shown).orElse(""),
                    link.map(ChainLink::head).map(ChainHead::shown).orElse("")));
        }
        return edition;
    }

    /** Of what was taken into the chain as it lay there, the manifest says nothing. */
    private boolean stands(SealedEdition edition, ChainLink link) {
        return edition.manifest()
                .place()
                .map(place -> place.rows().equals(link.rowsHash())
                        && place.head().equals(before.get(Key.of(link)).hash()))
                .orElse(link.adopted());
    }

    private boolean isWhole(SealedEdition edition, String folder, String file) throws IOException {
        if (!edition.names(file)) {
            return false;
        }
        boolean isWhole = edition.isWhole(file);
        if (!isWhole) {
            found.add(new Discrepancy(What.FILE, folder, file, "", ""));
        }
        return isWhole;
    }

    /** What tells an entry of the ledger from every other. */
    private record Key(Kind kind, String job, String period, int entry) {

        static Key of(Publication revision) {
            return new Key(Kind.REVISION, revision.job(), revision.period().toString(), revision.revision());
        }

        static Key of(PeriodBook.Recorded close) {
            return new Key(Kind.DECISION, close.job(), close.period().toString(), close.number());
        }

        static Key of(ChainLink link) {
            return new Key(link.kind(), link.job(), link.period(), link.entry());
        }
    }
}
