package dev.steelyard.output.notice;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.plan.Name;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** A notice of each kind. */
final class Notices {

    static final Path OUTPUT = Path.of("/srv/steelyard/output");

    static final Notice.Run RUN = new Notice.Run(
            "month-end",
            new Name("月结", "Month end"),
            Period.parse("2026-09").orElseThrow(),
            LocalDate.of(2026, 10, 12));

    private static final Notice.Counts COUNTS = new Notice.Counts(120, 110, 1, 2, 7, 14);

    private static final Path FOLDER = OUTPUT.resolve("month-end/2026-09/r1");

    private static final List<Awaited> AWAITED = List.of(
            new Awaited("销售明细", "商务部 [ERP]", LocalDateTime.of(2026, 10, 9, 18, 0), Awaited.State.MISSING),
            new Awaited("客户调研", "市场部", LocalDateTime.of(2026, 10, 10, 12, 0), Awaited.State.GROWING));

    private static final String HEAD = "1a2b-3c4d-5e6f-7081";

    static final Notice DONE = new Notice.Done(RUN, 1, false, COUNTS, List.of(), List.of(), FOLDER, HEAD);

    static final Notice UNCHANGED = new Notice.Done(RUN, 1, true, COUNTS, List.of(), List.of(), FOLDER, HEAD);

    static final Notice BEYOND =
            new Notice.Done(RUN, 1, false, COUNTS, List.of("待核的人 6%，超过 5%"), List.of(), FOLDER, HEAD);

    static final Notice HELPED = new Notice.Done(
            RUN,
            1,
            false,
            COUNTS,
            List.of(),
            List.of(
                    new Notice.Worker("db1 4711", 131, 0, ""),
                    new Notice.Worker("db2 12", 1, 3, ""),
                    new Notice.Worker("db3 7", 0, 0, "engine"),
                    new Notice.Worker("db4 7", 1, 0, "failed")),
            FOLDER,
            HEAD);

    static final Notice CLOSED = new Notice.Closed(RUN, 1, HEAD, FOLDER.resolveSibling("closed-r1"));

    static final Notice INCOMPLETE = new Notice.Incomplete(RUN, COUNTS, AWAITED, FOLDER.resolveSibling("trial"));

    static final Notice WAITING = new Notice.Waiting(RUN, AWAITED);

    static final Notice FAILED = new Notice.Failed(RUN, 6, "数据库不可用。\n请检查 --db 地址与网络。");

    private Notices() {}

    static List<Notice> all() {
        return List.of(DONE, UNCHANGED, BEYOND, HELPED, CLOSED, INCOMPLETE, WAITING, FAILED);
    }
}
