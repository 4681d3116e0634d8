package dev.steelyard.app.cli.schedule;

import dev.steelyard.app.cli.failure.Failures;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.TextTable;
import dev.steelyard.app.cli.text.Texts;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.app.schedule.Coming;
import dev.steelyard.app.schedule.Watcher;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.output.notice.Awaited;
import dev.steelyard.output.notice.Notice;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What comes, and what the scheduler says while it works, a line each; lines of work go to stderr with the time. */
public final class ScheduleText implements Watcher {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Session session;
    private final Texts texts;

    public ScheduleText(Session session) {
        this.session = session;
        this.texts = session.texts();
    }

    /** A table of the times, and under it why there are no more. */
    List<String> lines(List<Coming> coming) {
        List<String> lines = new ArrayList<>();
        TextTable table = new TextTable(
                List.of(false, false, false, false),
                List.of(texts.say("schedule.heads").split("\\|")));
        List<String> ends = new ArrayList<>();
        for (Coming one : coming) {
            if (one instanceof Coming.Fire fire) {
                table.row(
                        fire.at().format(MINUTES),
                        fire.at().getZone().getId(),
                        fire.job(),
                        fire.period().toString());
            } else {
                ends.add(session.out().warning("! ") + line(one));
            }
        }
        if (ends.size() == coming.size()) {
            lines.add(texts.say("schedule.nothing"));
        } else {
            lines.addAll(table.lines(session.out()));
        }
        lines.addAll(ends);
        return lines;
    }

    private String line(Coming coming) {
        if (coming instanceof Coming.Fire fire) {
            return texts.say(
                    "schedule.fire",
                    "job",
                    fire.job(),
                    "period",
                    fire.period(),
                    "at",
                    fire.at().format(MINUTES),
                    "zone",
                    fire.at().getZone().getId());
        }
        return coming instanceof Coming.CalendarEnds ends
                ? texts.say("schedule.calendar-ends", "job", ends.job(), "period", ends.period(), "year", ends.year())
                : texts.say(
                        "schedule.plan-ends",
                        "job",
                        coming.job(),
                        "period",
                        coming.period(),
                        "plan",
                        ((Coming.PlanEnds) coming).plan());
    }

    public Json json(List<Coming> coming, Collection<String> broken) {
        List<Object> times = new ArrayList<>();
        List<Object> ends = new ArrayList<>();
        for (Coming one : coming) {
            Json json = Json.of("job", one.job()).with("period", one.period().toString());
            if (one instanceof Coming.Fire fire) {
                times.add(json.with("at", at(fire.at()))
                        .with("zone", fire.at().getZone().getId())
                        .members());
            } else if (one instanceof Coming.CalendarEnds calendar) {
                ends.add(json.with("missing_year", calendar.year()).members());
            } else if (one instanceof Coming.PlanEnds plan) {
                ends.add(json.with("plan_not_effective", plan.plan()).members());
            }
        }
        return Json.of("next", times).with("ends", ends).with("unreadable_jobs", List.copyOf(broken));
    }

    private static String at(ZonedDateTime at) {
        return at.toOffsetDateTime().toString();
    }

    // ------------------------------------------------------------------ at work

    @Override
    public void scheduled(List<Coming> next) {
        // Of a year that is missing people are told besides.
        next.stream().filter(coming -> !(coming instanceof Coming.CalendarEnds)).forEach(coming -> say(line(coming)));
    }

    @Override
    public void broken(String job, InvalidFile why) {
        say(texts.say("schedule.broken", "job", job) + "\n" + why.text(session.language(), true));
    }

    @Override
    public void yearMissing(String job, int year) {
        say(texts.say("schedule.year-missing", "job", job, "year", year));
    }

    @Override
    public void busy() {
        say(texts.say("schedule.busy"));
    }

    @Override
    public void failed(Exception why) {
        say(new Failures(session).failure(why, Optional.empty()).text());
    }

    @Override
    public void waiting(List<Notice.Waiting> runs) {
        // Each was told when it began to wait.
    }

    @Override
    public void told(Notice notice) {
        say(text(notice));
    }

    private String text(Notice notice) {
        String job = notice.run().job();
        String period = notice.run().period().toString();
        if (notice instanceof Notice.Done done) {
            String beyond = done.beyond().stream().map(one -> "\n  ! " + one).collect(Collectors.joining());
            return texts.say(
                            done.unchanged() ? "schedule.unchanged" : "schedule.done",
                            "job",
                            job,
                            "period",
                            period,
                            "revision",
                            done.revision(),
                            "folder",
                            Verb.shown(done.folder()))
                    + beyond;
        }
        if (notice instanceof Notice.Incomplete incomplete) {
            return texts.say(
                            "schedule.incomplete",
                            "job",
                            job,
                            "period",
                            period,
                            "folder",
                            Verb.shown(incomplete.folder()))
                    + awaited(incomplete.awaited());
        }
        return notice instanceof Notice.Waiting waiting
                ? texts.say("schedule.waiting", "job", job, "period", period) + awaited(waiting.awaited())
                : texts.say("schedule.run-failed", "job", job, "period", period) + ((Notice.Failed) notice).reason();
    }

    private String awaited(List<Awaited> awaited) {
        return awaited.stream()
                .map(one -> "\n  "
                        + texts.say(
                                "schedule.awaited." + one.state().name().toLowerCase(Locale.ROOT),
                                "dataset",
                                one.dataset(),
                                "owner",
                                one.owner(),
                                "due",
                                one.due().format(MINUTES)))
                .collect(Collectors.joining());
    }

    private void say(String line) {
        session.surroundings().err().println(line);
    }
}
