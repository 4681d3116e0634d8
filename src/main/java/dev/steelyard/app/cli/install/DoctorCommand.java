package dev.steelyard.app.cli.install;

import dev.steelyard.app.cli.text.DisplayWidth;
import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Moment;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.app.doctor.Diagnosis;
import dev.steelyard.app.doctor.Diagnosis.Mark;
import dev.steelyard.app.doctor.Doctor;
import dev.steelyard.app.doctor.Installation;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks whether the installation is fit to work. */
@Command(name = "doctor", versionProvider = EngineVersion.class)
public final class DoctorCommand extends Verb {

    @Option(names = "--inputs", paramLabel = "DIR")
    private Path inputs;

    @Option(names = "--notify")
    private boolean trying;

    public DoctorCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        Installation installation = new Installation(
                home(),
                output(),
                ledger(),
                db(),
                inputs == null ? home().resolve("inputs") : inputs,
                surroundings().environment(),
                surroundings().now(),
                EngineVersion.engine());
        List<Diagnosis> findings = new Doctor(installation).findings(language(), InstantSource.system(), trying);
        int exit = count(findings, Mark.WRONG) == 0 ? Exit.DONE : Exit.REFUSED;
        if (json()) {
            print(json(findings, exit));
        } else {
            text(findings);
        }
        return exit;
    }

    private static long count(List<Diagnosis> findings, Mark mark) {
        return findings.stream().filter(one -> one.mark() == mark).count();
    }

    private void text(List<Diagnosis> findings) {
        int width = findings.stream()
                .mapToInt(one -> DisplayWidth.of(check(one)))
                .max()
                .orElse(0);
        for (Diagnosis one : findings) {
            String indent = " ".repeat(4 + width);
            print(sign(one.mark()) + " " + DisplayWidth.padded(check(one), width) + "  "
                    + words(one, "").replace("\n", "\n" + indent));
            if (hasFix(one)) {
                print(indent + "→ " + words(one, ".fix").replace("\n", "\n" + indent));
            }
        }
        long wrong = count(findings, Mark.WRONG);
        long look = count(findings, Mark.LOOK);
        String sum = say(
                wrong > 0 ? "doctor.sum.wrong" : look > 0 ? "doctor.sum.look" : "doctor.sum.good",
                "wrong",
                wrong,
                "look",
                look);
        print("");
        print(
                wrong > 0
                        ? session().out().bad(sum)
                        : look > 0
                                ? session().out().warning(sum)
                                : session().out().good(sum));
    }

    private String check(Diagnosis finding) {
        return say("doctor.check." + finding.check().code());
    }

    private String sign(Mark mark) {
        return switch (mark) {
            case GOOD -> session().out().good("✓");
            case LOOK -> session().out().warning("!");
            case WRONG -> session().out().bad("✗");
        };
    }

    private boolean hasFix(Diagnosis finding) {
        return session().texts().has("doctor." + finding.key() + ".fix");
    }

    private String words(Diagnosis finding, String part) {
        List<Object> slots = new ArrayList<>();
        for (int i = 0; i < finding.slots().size(); i += 2) {
            slots.add(finding.slots().get(i));
            slots.add(word(finding.slots().get(i + 1)));
        }
        return say("doctor." + finding.key() + part, slots.toArray());
    }

    private String word(Object value) {
        if (value instanceof Path path) {
            return shown(path);
        }
        if (value instanceof OffsetDateTime moment) {
            return Moment.of(moment, surroundings().now());
        }
        if (value instanceof InvalidFile invalid) {
            return invalid.text(language(), false);
        }
        return value instanceof Collection<?> all
                ? all.stream().map(this::word).collect(Collectors.joining(say("list.gap")))
                : String.valueOf(value);
    }

    private Json json(List<Diagnosis> findings, int exit) {
        return Json.of("outcome", exit == Exit.DONE ? "fit" : "unfit")
                .with("exit", exit)
                .with(
                        "findings",
                        findings.stream()
                                .map(one -> Json.of("check", one.check().code())
                                        .with("mark", one.mark().code())
                                        .with("finding", one.key())
                                        .with("message", words(one, ""))
                                        .with("fix", hasFix(one) ? words(one, ".fix") : "")
                                        .members())
                                .toList());
    }
}
