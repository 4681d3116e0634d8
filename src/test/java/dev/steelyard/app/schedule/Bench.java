package dev.steelyard.app.schedule;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.output.notice.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The scheduler's rounds at a clock that is set by hand, with job files and inputs of the test's own. Runs are noted in place
 * of being calculated.
 */
final class Bench implements Runs, Watcher {

    private static final Notice.Counts COUNTS = new Notice.Counts(9, 7, 0, 1, 1, 2);

    private final Path home;
    private final DueRuns rounds;
    private Instant now = Instant.parse("2026-10-20T02:00:00Z");
    private final List<Publication> ledger = new ArrayList<>();
    private Function<Order, Notice> outcome = this::done;

    /** {@code final 2026-09} or {@code trial 2026-09}, in their order. */
    final List<String> runs = new ArrayList<>();

    /** What was waited for after the last round. */
    List<Notice.Waiting> waiting = List.of();

    final List<Notice> notices = new ArrayList<>();
    final List<String> said = new ArrayList<>();
    int questions;
    RuntimeException ledgerFails;

    Bench(Path home) {
        this.home = home;
        this.rounds = new DueRuns(
                new JobFolder(home),
                this,
                notices::add,
                this,
                () -> now,
                new ScheduleSettings(home, Optional.empty(), "en"));
    }

    Bench go() {
        rounds.go();
        return this;
    }

    Bench at(String time) {
        now = OffsetDateTime.parse(time + ":00+08:00").toInstant();
        return this;
    }

    Bench after(Duration time) {
        now = now.plus(time);
        return this;
    }

    void stop() {
        rounds.stop();
    }

    /** A file that was written so long ago. */
    Bench file(String name, String text, Duration ago) throws IOException {
        Path file = home.resolve("inputs").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(now.minus(ago)));
        return this;
    }

    Bench without(String name) throws IOException {
        Files.delete(home.resolve("inputs").resolve(name));
        return this;
    }

    /** The ledger has a final run. */
    Bench ran(String job, String period, String asOf) {
        ledger.add(new Publication(
                job, Period.parse(period).orElseThrow(), 1, "id", LocalDate.parse(asOf), "plan", "", "", true));
        return this;
    }

    /** What runs come to from now on. */
    Bench ending(Function<Order, Notice> how) {
        outcome = how;
        return this;
    }

    Notice done(Order order) {
        if (!order.isFinal()) {
            return new Notice.Incomplete(order.run(), COUNTS, order.awaited(), home);
        }
        ran(
                order.run().job(),
                order.run().period().toString(),
                order.run().asOf().toString());
        return new Notice.Done(order.run(), 1, false, COUNTS, List.of(), List.of(), home, "");
    }

    @Override
    public List<Publication> revisions() {
        questions++;
        if (ledgerFails != null) {
            throw ledgerFails;
        }
        return List.copyOf(ledger);
    }

    @Override
    public Notice run(Order order) {
        String job = order.run().job().equals("month-end") ? "" : order.run().job() + " ";
        runs.add(job + (order.isFinal() ? "final " : "trial ") + order.run().period());
        return outcome.apply(order);
    }

    @Override
    public void scheduled(List<Coming> next) {
        said.add("scheduled " + next.stream().map(Coming::job).toList());
    }

    @Override
    public void broken(String job, InvalidFile why) {
        said.add("broken " + job + " " + why.mistakes().get(0).code());
    }

    @Override
    public void yearMissing(String job, int year) {
        said.add("missing " + job + " " + year);
    }

    @Override
    public void busy() {
        said.add("busy");
    }

    @Override
    public void told(Notice notice) {}

    @Override
    public void waiting(List<Notice.Waiting> runs) {
        waiting = runs;
    }

    @Override
    public void failed(Exception why) {
        said.add("failed " + why.getMessage());
    }
}
