package dev.steelyard.input.planfile;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.govern.Signatory;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plausible.Plausible;
import dev.steelyard.engine.run.ControlTotal;
import dev.steelyard.engine.run.Purpose;
import dev.steelyard.engine.unit.Fraction;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A job 作业 of {@code jobs/}: what is calculated over which period, from what.
 *
 * @param job its id: the name that is typed, and of the output folder
 * @param plan the plan file; this path and the next two are relative to the job file
 * @param exports the exports file
 * @param calendar the folder of working-day calendars
 * @param signatures who must have signed a period before it is closed
 * @param controlTotals period → dataset → what its source system says that the export holds; a difference publishes nothing
 * @param expects the exports that a scheduled run waits for; a run that a person types waits for nothing
 * @param plausible by which rules deliveries are held against themselves and earlier months; left out, none is tested, and that is said
 * @param vouchers the voucher mappings by which the payout is written for accounting systems; none where left out
 * @param publish to whom editions are handed out; where left out, nobody
 * @param spreadsheetMark no: payout-by-person.csv begins without the mark by which spreadsheets know UTF-8, for payroll systems that stumble over it
 * @param books no: a revision has its machine files alone; the books are written when the period is closed
 */
public record Job(
        String job,
        Name name,
        Purpose does,
        Period.Kind period,
        String plan,
        String exports,
        String calendar,
        Inputs inputs,
        Thresholds thresholds,
        Store store,
        List<Signatory> signatures,
        Map<String, Map<String, ControlTotal>> controlTotals,
        Optional<Schedule> schedule,
        List<Expected> expects,
        Optional<Plausible> plausible,
        List<String> vouchers,
        Optional<Publish> publish,
        Optional<Boolean> spreadsheetMark,
        Optional<Boolean> books) {

    /** What the source systems say that the exports of a period hold, by dataset; nothing where nothing is stated. */
    public Map<String, ControlTotal> controlTotals(Period of) {
        return controlTotals.getOrDefault(of.toString(), Map.of());
    }

    /** The same that does without these datasets. */
    public Job without(Set<String> datasets) {
        List<String> required = inputs.required().stream()
                .filter(dataset -> !datasets.contains(dataset))
                .toList();
        return with(new Inputs(required, inputs.files(), inputs.folder()), books);
    }

    /** The same whose revisions have machine files alone. */
    public Job withoutBooks() {
        return with(inputs, Optional.of(false));
    }

    private Job with(Inputs others, Optional<Boolean> written) {
        return new Job(
                job,
                name,
                does,
                period,
                plan,
                exports,
                calendar,
                others,
                thresholds,
                store,
                signatures,
                controlTotals,
                schedule,
                expects,
                plausible,
                vouchers,
                publish,
                spreadsheetMark,
                written);
    }

    /** Whether what systems and spreadsheets read alike bears the spreadsheets' mark. */
    public boolean marksForSpreadsheets() {
        return spreadsheetMark.orElse(true);
    }

    /** Whether a revision has what people read. */
    public boolean writesBooks() {
        return books.orElse(true);
    }

    /**
     * Which exports are read.
     *
     * @param required datasets without which the run stops before anything is scored
     * @param files dataset → file patterns, for files that do not begin with the dataset's name
     * @param folder where the exports lie, below the folder that holds {@code jobs}; {@code {period}} in it stands for the
     *     period. Where left out, {@code inputs}
     */
    public record Inputs(List<String> required, Map<String, List<String>> files, Optional<String> folder) {

        /** The folder of a period's exports, below the folder that holds {@code jobs}. */
        public String folder(Period of) {
            return folder.orElse("inputs").replace("{period}", of.toString());
        }
    }

    /**
     * What a run may have and still exit with 0.
     *
     * @param rejectedRows of the rows read
     * @param heldPeople of the people scored
     * @param lateDays days from the period's end to the as-of day
     */
    public record Thresholds(Fraction rejectedRows, Fraction heldPeople, int lateDays) {}

    /**
     * To whom editions are handed out, once they are published.
     *
     * @param to reader → what they get
     * @param passwords a file with a line {@code READER=PASSWORD} each, that only its owner may read, below the folder that
     *     holds {@code jobs}; the environment variable {@code STEELYARD_PASSWORD_READER} comes first
     */
    public record Publish(Map<String, Reader> to, Optional<String> passwords) {}

    /**
     * What one reader gets.
     *
     * @param folder an existing folder below which editions are put; with {@code {manager}} in it each manager has one of
     *     their own, for their id
     * @param files patterns of the edition's files, {@code *} for any characters; of {@code {manager}} further files
     *     besides those of their people
     * @param group whose members may read, and nobody else; {@code {manager}} in it stands for the manager's id
     * @param encrypt workbooks only, each under the reader's password
     */
    public record Reader(String folder, List<String> files, Optional<String> group, boolean encrypt) {

        /** What stands for a manager's id. */
        public static final String MANAGER = "{manager}";

        /** Whether each manager has a folder. */
        public boolean isOfManagers() {
            return folder.contains(MANAGER);
        }
    }

    /**
     * How long things are kept that nobody looks at every day.
     *
     * @param keepMonths how many months after the end of its period what a closed edition was made of is kept: its inputs, its rules,
     *     and the copies of its files
     * @param keepRuns how many runs of the job the batch framework remembers; 24 where left out
     */
    public record Store(int keepMonths, Optional<Integer> keepRuns) {

        private static final int RUNS = 24;

        public int runs() {
            return keepRuns.orElse(RUNS);
        }
    }

    /**
     * When the scheduler starts the job: by a cron expression, or on a working day after the end of a period.
     *
     * @param cron a Quartz cron expression
     * @param workingDay the N-th working day after the end of the period, from 1
     * @param at the time of that day
     * @param zone where left out, the plan's
     * @param since the first period that is ever run; where left out, that of the oldest final run, or the last that has
     *     ended
     */
    public record Schedule(
            Optional<String> cron,
            Optional<Integer> workingDay,
            Optional<LocalTime> at,
            Optional<ZoneId> zone,
            Optional<String> since) {

        /** The working day after the end of the period; empty where a cron expression says when. */
        public Optional<WorkingDay> onWorkingDay() {
            return workingDay.map(day -> new WorkingDay(day, at.orElseThrow()));
        }
    }

    /**
     * A moment after the end of a period.
     *
     * @param workingDay the N-th working day after it, from 1
     * @param at the time of that day
     */
    public record WorkingDay(int workingDay, LocalTime at) {}

    /**
     * An export that a scheduled run waits for.
     *
     * @param owner whose it is, as people say it
     * @param by until when it is waited for; then the run is a trial, marked incomplete
     */
    public record Expected(String dataset, String owner, WorkingDay by) {}
}
