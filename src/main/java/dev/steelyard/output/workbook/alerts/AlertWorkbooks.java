package dev.steelyard.output.workbook.alerts;

import dev.steelyard.engine.insight.alert.Alerts;
import dev.steelyard.engine.insight.alert.FieldWork;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Book;
import dev.steelyard.output.workbook.book.Sheet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The weekly alerts, a workbook a manager, written one at a time. */
public final class AlertWorkbooks {

    private final Report report;
    private final FieldWork field;
    private final Alerts alerts;
    private final Map<String, Addressee> addressees = new LinkedHashMap<>();

    public AlertWorkbooks(Report report) {
        this.report = report;
        this.field = report.result().field();
        this.alerts = report.result().alerts();
        Addressee.of(report.result().book().population(), report.identity().asOf())
                .forEach(one ->
                        addressees.put(one.file() + "-" + report.identity().period() + ".xlsx", one));
    }

    /** The files, below the edition's folder; managers by id, then teams without one. */
    public List<String> files() {
        return List.copyOf(addressees.keySet());
    }

    /** The file that is written for a manager. */
    public Optional<String> file(String managerId) {
        return addressees.entrySet().stream()
                .filter(one -> one.getValue()
                        .manager()
                        .filter(manager -> manager.id().equals(managerId))
                        .isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * Writes one of {@link #files}; {@code out} stays open.
     *
     * @param tempFolder a private folder for temporary files; they are gone when this returns
     */
    public void write(String file, Path tempFolder, OutputStream out) throws IOException {
        Book.write(report.imprint(report.say("alerts.alertWorkbooks.weeklyAlerts")), sheets(file), tempFolder, out);
    }

    List<Sheet> sheets(String file) {
        Addressee of = addressees.get(file);
        FollowUp follow = FollowUp.of(report, field, alerts, of);
        return List.of(
                new TasksPage(report, of, follow).sheet(),
                new CustomersPage(report, field, of, follow).sheet(),
                new FollowUpPage(report, follow).sheet());
    }
}
