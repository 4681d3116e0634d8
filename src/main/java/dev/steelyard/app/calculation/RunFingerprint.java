package dev.steelyard.app.calculation;

import dev.steelyard.engine.fact.Adjustment;
import dev.steelyard.engine.govern.Settlement;
import dev.steelyard.engine.govern.TrailEntry;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.plausible.Acceptance;
import dev.steelyard.engine.register.Appeal;
import dev.steelyard.engine.register.Calibration;
import dev.steelyard.engine.register.History;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.run.InputFile;
import dev.steelyard.engine.unit.Canonical;
import dev.steelyard.input.exports.FrozenFile;
import dev.steelyard.ledger.store.Sha256;
import dev.steelyard.words.Words;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The run id: a hash of everything that a result depends on (architecture.md 4, Identity of a run). As-of is in it only through
 * the decisions that it lets know.
 */
final class RunFingerprint {

    private final StringBuilder text = new StringBuilder();

    private RunFingerprint() {}

    /** The run id first; of a closed period also the id that the same run had before it was closed. */
    static List<String> of(Intake intake) {
        RunRequest request = intake.request();
        EarlierRuns earlier = intake.earlier();
        Registers registers = intake.registers();
        Settlement settlement = intake.calculation().settlement();
        RunFingerprint run = new RunFingerprint();
        run.add("job", request.job().job());
        run.add("period", request.period());
        run.add("mode", request.mode().code());
        run.add("plan", request.rules().hashes().plan());
        run.add("exports", request.rules().hashes().exports());
        run.add("calendar", request.rules().hashes().calendar());
        run.add("engine", request.host().engine());
        run.add("language", request.language());
        if (request.samples()) {
            run.add("samples", true);
        }
        request.rules().vouchers().forEach(voucher -> run.add("voucher", voucher));
        if (request.job().publish().isPresent()) {
            run.add("managers", true);
        }
        if (!request.job().marksForSpreadsheets()) {
            run.add("spreadsheet_mark", false);
        }
        if (!request.job().writesBooks()) {
            run.add("books", false);
        }
        if (request.job().does().isToDate()) {
            // What is overdue, and who has a mentor, is told as of a day.
            run.add("as_of", request.asOf());
        }
        for (FrozenFile file : intake.delivery().files()) {
            run.add("input", List.of(file.dataset(), file.name(), file.sha256()));
        }
        for (InputFile file : intake.corrections().inputs()) {
            run.add("correction", List.of(file.name(), file.sha256()));
        }
        registers.calibrations().stream().map(Calibration::decisionId).forEach(id -> run.add("calibration", id));
        registers.appeals().stream().map(Appeal::appealId).forEach(id -> run.add("appeal", id));
        registers.adjustments().stream()
                .filter(one -> one.decidedDate()
                        .filter(day -> !day.isAfter(request.asOf()))
                        .isPresent())
                .map(Adjustment::adjustmentId)
                .forEach(id -> run.add("adjustment", id));
        for (TrailEntry entry : intake.input().trail().entries()) {
            run.add("trail", List.of(entry.kind(), entry.id(), entry.state(), entry.marks()));
        }
        earlier.runIds().forEach((period, id) -> run.add("earlier", List.of(period, id)));
        for (History.Chapter chapter : earlier.history().chapters()) {
            run.add("history", List.of(chapter.period(), chapter.run(), chapter.closed()));
        }
        earlier.plausible().runs().forEach((month, id) -> run.add("compared", List.of(month, id)));
        earlier.plausible().delivered().keySet().forEach(dataset -> run.add("delivered_before", dataset));
        Stream.concat(
                        request.wishes().stream(),
                        earlier.plausible().accepted().stream()
                                .filter(one -> request.period()
                                        .days()
                                        .contains(one.month().first()))
                                .map(Acceptance::wish))
                .map(Acceptance.Wish::toString)
                .distinct()
                .sorted()
                .forEach(wish -> run.add("accepted", wish));
        for (PayoutLine line : settlement.lines()) {
            run.add(
                    "true_up",
                    List.of(
                            line.sourcePeriod(),
                            line.employee().id(),
                            line.corrects().orElseThrow(),
                            line.amount(),
                            Words.in("en").say(line.note())));
        }
        new TreeMap<>(earlier.past().balances())
                .forEach((person, balance) -> run.add("balance", List.of(person, balance)));
        settlement.problems().forEach(problem -> run.add("unsettled", List.of(problem.code(), problem.words())));
        String open = run.hash();
        if (!earlier.past().closed()) {
            return List.of(open);
        }
        run.add("closed", true);
        return List.of(run.hash(), open);
    }

    /**
     * The hash of what a run begins with before any streamed row is measured, as far as books of people depend on it: by whom, with what
     * words and rules, on which registers, corrections and earlier runs.
     *
     * @param more what else their pages say of the run
     */
    static String ground(Intake intake, List<?> more) {
        RunRequest request = intake.request();
        EarlierRuns earlier = intake.earlier();
        RunFingerprint run = new RunFingerprint();
        run.add("engine", EngineClasses.fingerprint());
        run.add("java", Runtime.version());
        run.add(
                "job",
                List.of(request.job().job(), request.job().name(), request.job().does()));
        run.add("period", request.period());
        run.add("as_of", request.asOf());
        run.add("mode", List.of(request.mode(), request.samples()));
        run.add("plan", request.rules().hashes().plan());
        run.add("exports", request.rules().hashes().exports());
        run.add("calendar", request.rules().hashes().calendar());
        run.add("language", request.language());
        run.add("delivered", new TreeSet<>(intake.delivery().present()));
        intake.delivery().files().stream()
                .filter(file -> request.schemas().get(file.dataset()).register())
                .forEach(file -> run.add("input", List.of(file.dataset(), file.name(), file.sha256())));
        for (InputFile file : intake.corrections().inputs()) {
            run.add("correction", List.of(file.name(), file.sha256()));
        }
        earlier.runIds().forEach((period, id) -> run.add("earlier", List.of(period, id)));
        for (History.Chapter chapter : earlier.history().chapters()) {
            run.add("history", List.of(chapter.period(), chapter.run(), chapter.closed()));
        }
        more.forEach(one -> run.add("says", Canonical.text(one)));
        return run.hash();
    }

    private void add(String what, Object value) {
        text.append(what).append('\u001f').append(value).append('\n');
    }

    private String hash() {
        return Sha256.of(text.toString());
    }
}
