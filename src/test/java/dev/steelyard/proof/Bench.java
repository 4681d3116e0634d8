package dev.steelyard.proof;

import dev.steelyard.Engine;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.sample.Company;
import dev.steelyard.sample.RandomCompany;
import dev.steelyard.sample.Rendering;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/** Runs companies through the engine, each in a folder of its own. */
record Bench(Path folder) {

    private static final Path JOBS = Path.of("jobs");
    private static final long WHOLE = 32 << 20;
    private static final Map<Long, Engine> ENGINES = new ConcurrentHashMap<>();

    /** Seeds of the short form; {@code -Dproof.seeds=FROM..TO} takes others, such as 0..999 for a campaign. */
    static LongStream seeds(long count) {
        String range = System.getProperty("proof.seeds", "0.." + (count - 1));
        String[] ends = range.split("\\.\\.");
        return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
    }

    private static Engine engine(long sliceBytes) {
        return ENGINES.computeIfAbsent(sliceBytes, bytes -> new Engine(JOBS, "month-end").slicedAt(bytes));
    }

    Path newFolder() {
        try {
            return Files.createTempDirectory(folder, "company");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The company's exports, in a new folder. */
    Path exports(Company company, Rendering rendering) {
        try {
            Path inputs = newFolder();
            rendering.write(company, inputs);
            return inputs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Published run(RandomCompany random) {
        return run(random, exports(random.company(), Rendering.PLAIN));
    }

    Published run(RandomCompany random, Path inputs) {
        return run(random, inputs, WHOLE);
    }

    Published run(RandomCompany random, Path inputs, long sliceBytes) {
        return run(inputs, random.period(), random.asOf(), sliceBytes);
    }

    Published run(Path inputs, String period, LocalDate asOf) {
        return run(inputs, period, asOf, WHOLE);
    }

    private Published run(Path inputs, String period, LocalDate asOf, long sliceBytes) {
        try {
            return new Published(engine(sliceBytes)
                    .run(inputs, newFolder(), Period.parse(period).orElseThrow(), asOf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
