package dev.steelyard.output.workbook;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.govern.SignOff;
import dev.steelyard.engine.govern.Signatory;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.run.Revised;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.output.workbook.book.Imprint;
import dev.steelyard.words.ProblemWords;
import dev.steelyard.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run to be shown in one language, and the words for what it names.
 *
 * @param job what people call the job
 * @param language {@code zh} or {@code en}
 * @param signOff who has signed and closed it
 * @param remarks what every first page says besides: what is implausible, or who accepted it
 * @param revised what it changes against the revision before, for HR, finance and the summary; empty where there is none
 */
public record Report(
        RunIdentity identity,
        Name job,
        RunResult result,
        String language,
        SignOff signOff,
        List<Said> remarks,
        Optional<Revised> revised) {

    /** Of a revision that follows none. */
    public Report(
            RunIdentity identity, Name job, RunResult result, String language, SignOff signOff, List<Said> remarks) {
        this(identity, job, result, language, signOff, remarks, Optional.empty());
    }

    /** Of which nothing needs to be remarked. */
    public Report(RunIdentity identity, Name job, RunResult result, String language, SignOff signOff) {
        this(identity, job, result, language, signOff, List.of());
    }

    /** Of a revision that nobody has signed, of a job that names no roles. */
    public Report(RunIdentity identity, Name job, RunResult result, String language) {
        this(identity, job, result, language, SignOff.open(List.of()));
    }

    /** The same, of any revision, about a part of the result. */
    Report about(RunResult part) {
        return new Report(identity.anyRevision(), job, part, language, signOff, remarks);
    }

    private static final int SHORT_ID = 12;

    public Plan plan() {
        return result.input().plan();
    }

    public List<RankedScorecard> cards() {
        return result.book().cards();
    }

    public String say(Name name) {
        return words().name(name);
    }

    /** A title that says the period, the edition and how final its figures are. */
    public String title(String key) {
        return say(key, "period", identity.period(), "edition", identity.edition(), "standing", standing());
    }

    /** A sentence about the period. */
    public String ofPeriod(String key) {
        return say(key, "period", identity.period());
    }

    public String say(Said said) {
        return Words.in(language).say(said);
    }

    /** That so many more are not shown; nothing where all are. */
    public List<String> more(int left) {
        return left > 0 ? List.of(say("word.more", "more", left)) : List.of();
    }

    /** A sentence of the bundles, its slots filled: name, value, name, value, … */
    public String say(String key, Object... slots) {
        return Words.in(language).say(key, slots);
    }

    public String track(String id) {
        return Optional.ofNullable(plan().tracks().get(id))
                .map(track -> say(track.name()))
                .orElse(id);
    }

    public String dimension(String id) {
        return Optional.ofNullable(plan().dimensions().get(id)).map(this::say).orElse(id);
    }

    /** Problems in the words of this language; the rejected rows alone, which are HR's, show what people answered. */
    public ProblemWords problems(boolean discreet) {
        return new ProblemWords(result.input().registers().schemas(), plan(), language, discreet);
    }

    /** The name of an indicator or of a target. */
    public String indicator(String id) {
        return problems(true).indicator(id);
    }

    public Optional<Schema> schema(String dataset) {
        return Optional.ofNullable(result.input().registers().schema(dataset));
    }

    /** A dataset as the exports are called in this language. */
    public String dataset(String id) {
        return problems(true).dataset(id);
    }

    /** A column as its header reads in this language. */
    public String column(String dataset, String id) {
        return problems(true).column(dataset, id);
    }

    /** A coded value in the words of this language: the first spelling of the column's choices. */
    public String choice(String dataset, String column, String value) {
        Name choice = schema(dataset)
                .flatMap(schema -> schema.column(column))
                .map(known -> known.choice(value))
                .orElse(new Name(value, value));
        return say(new Name(choice.zh(), choice.en().replace('_', ' ')));
    }

    /** What every first page says besides its figures. */
    public List<String> remarked() {
        List<String> told = new ArrayList<>();
        int open = result.input().uncounted().size();
        if (open > 0) {
            told.add(say(
                    "book.report.uncounted",
                    "open",
                    open,
                    "all",
                    open + result.input().earlier().size()));
        }
        remarks.stream().map(Words.in(language)::say).forEach(told::add);
        return told;
    }

    /**
     * What it changes against the revision before, for whoever may see money or not; nothing where there is none.
     *
     * @param money whether the reader may see amounts
     */
    public List<String> revision(boolean money) {
        List<String> told = new ArrayList<>();
        revised.ifPresent(since -> {
            told.add(say(
                    since.people() == 0 ? "revised.nobody" : money ? "revised.pay" : "revised.people",
                    "before",
                    "r" + since.before(),
                    "people",
                    since.people(),
                    "then",
                    amount(since.payBefore()),
                    "now",
                    amount(since.payNow()),
                    "change",
                    (since.payNow().minus(since.payBefore()).signum() > 0 ? "+" : "")
                            + amount(since.payNow().minus(since.payBefore())),
                    "currency",
                    plan().currency()));
            if (since.corrections() > 0) {
                told.add(say("revised.corrections", "count", since.corrections()));
            }
        });
        return told;
    }

    private static String amount(Money money) {
        return String.format(Locale.ROOT, "%,.2f", money.amount());
    }

    /** Sentences about several things, joined as the language does. */
    public String join(List<String> parts) {
        return String.join(say("book.advice.mark"), parts);
    }

    /** How final the figures are. */
    public String standing() {
        String standing = say(standingName());
        return identity.samples() ? say("samples.standing", "standing", standing) : standing;
    }

    private Said standingName() {
        if (identity.incomplete()) {
            return StateWords.INCOMPLETE;
        }
        if (identity.isTrial()) {
            return StateWords.TRIAL;
        }
        if (result.input().purpose().isToDate()) {
            return StateWords.TO_DATE;
        }
        return isClosed() ? StateWords.CLOSED : isLate() ? StateWords.LATE : StateWords.NOT_CLOSED;
    }

    /** Whether this is what is paid. */
    public boolean isClosed() {
        return signOff.closing().isPresent();
    }

    /** Whether the period was closed when it was calculated: nothing of it is payable. */
    public boolean isLate() {
        return !isClosed() && result.input().past().closed();
    }

    /** What the standing means. */
    public String standingMeans() {
        return identity.samples() ? Words.in(language).say("samples.means") : ownMeaning();
    }

    private String ownMeaning() {
        if (identity.incomplete()) {
            return say("book.report.trialIncompleteDataExports");
        }
        if (identity.isTrial()) {
            return say("book.report.trialNotPaid");
        }
        if (isClosed()) {
            String closed = say("book.report.closedWhatPaidDoes");
            return Stream.concat(
                            Stream.of(closed), signOff.sameAccount().stream().map(this::underOneAccount))
                    .collect(Collectors.joining(say("sentences.between")));
        }
        return isLate() ? late() : say("book.report.notClosedNewRevision");
    }

    private String late() {
        return revised.flatMap(Revised::next)
                .map(next -> say("revised.late", "next", next))
                .orElseGet(() -> say("book.report.calculatedAfterCloseNothing"));
    }

    private String underOneAccount(List<Signatory> roles) {
        return words().say(
                        "signed.one-account",
                        "roles",
                        roles.stream().map(role -> say(role.words())).toList(),
                        "account",
                        signOff.signed().get(roles.get(0)).by().account());
    }

    /** The sentences of this language. */
    public Words words() {
        return Words.in(language);
    }

    /** What every page of a workbook says of itself. */
    public Imprint imprint(String title) {
        String id = identity.id().substring(0, Math.min(SHORT_ID, identity.id().length()));
        return new Imprint(
                title + identity.period(),
                identity.asOf(),
                say(
                        "book.report.steelyardRun",
                        "what",
                        say(job),
                        "period",
                        identity.period(),
                        "edition",
                        identity.edition(),
                        "standing",
                        standing(),
                        "id",
                        id),
                false,
                say("book.report.pagePN"),
                language);
    }

    /** The same of a book that may be that of another revision too: it tells itself by its content. */
    public Imprint imprintOfContent(String title) {
        return new Imprint(
                title + identity.period(),
                identity.asOf(),
                say("imprint.content", "job", say(job), "period", identity.period(), "standing", standing()),
                true,
                say("book.report.pagePN"),
                language);
    }
}
