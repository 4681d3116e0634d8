package dev.steelyard.proof;

import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.worker.OfferRefusal;
import dev.steelyard.app.worker.Worker;
import dev.steelyard.app.worker.WorkerWatch;
import dev.steelyard.ledger.database.SharedDatabase;
import dev.steelyard.ledger.pieces.Offer;
import dev.steelyard.ledger.pieces.Pace;
import dev.steelyard.ledger.pieces.WorkerSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A worker in a process of its own, which says on stdout what it does: {@code joined}, {@code helps SLICES}, {@code takes 12}, {@code did 12},
 * {@code late 12}, {@code refuses engine}, {@code away}, {@code back}. One that holds begins with a slice only when a line is written to it.
 */
final class WorkerLaunch implements AutoCloseable {

    /** Quick, for there is nothing else to wait for. */
    static final Pace PACE = new Pace(
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofMillis(1500),
            Duration.ofMillis(3000),
            Duration.ofSeconds(5));

    static final String ENGINE = EngineVersion.engine();

    private final Process process;
    private final BufferedReader out;
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    private WorkerLaunch(Process process) {
        this.process = process;
        this.out = process.inputReader();
    }

    /** Starts one that works for the outputs of a launch, with options of the platform of its own. */
    static WorkerLaunch start(Launch launch, boolean holds, String engine, String... options) throws IOException {
        return start(launch.output(), url(launch), holds, engine, options);
    }

    /** Starts one that goes step by step, and to which nobody listens. */
    static WorkerLaunch startDrained(Launch launch) throws IOException {
        WorkerLaunch worker = start(launch, true, ENGINE);
        Thread drain = new Thread(() -> {
            try {
                worker.rest();
            } catch (IOException e) {
                // It is over.
                return;
            }
        });
        drain.setDaemon(true);
        drain.start();
        return worker;
    }

    /** Starts one that looks for a launch's files elsewhere. */
    static WorkerLaunch startOn(Path output, Launch launch) throws IOException {
        return start(output, url(launch), false, ENGINE);
    }

    /** Starts one that holds, and reaches the database by another address. */
    static WorkerLaunch startThrough(Relay relay, Launch launch) throws IOException {
        return start(launch.output(), relay.url(), true, ENGINE);
    }

    private static String url(Launch launch) {
        return launch.database().url(launch.output()).orElseThrow();
    }

    private static WorkerLaunch start(Path output, String url, boolean holds, String engine, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Dfile.encoding=UTF-8"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                WorkerLaunch.class.getName(),
                output.toString(),
                url,
                engine,
                Boolean.toString(holds)));
        WorkerLaunch worker = new WorkerLaunch(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        worker.await("joined"::equals);
        return worker;
    }

    /** Reads on until it says such a thing, and returns it. */
    String await(Predicate<String> such) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
            if (such.test(line)) {
                return line;
            }
            if (line.startsWith("refuses")) {
                break;
            }
        }
        throw new AssertionError("the worker " + (process.isAlive() ? "lives" : "ended with " + process.exitValue())
                + ", it said: " + said);
    }

    /** The number of the slice that it says next to have begun with, done, or done too late. */
    int await(String verb) throws IOException {
        return Integer.parseInt(await(line -> line.startsWith(verb + " ")).substring(verb.length() + 1));
    }

    /** Everything that it says until it ends. */
    List<String> rest() throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
        }
        return said;
    }

    /** What it said so far, as far as it was read. */
    List<String> said() {
        return List.copyOf(said);
    }

    /** It holds no longer. */
    void goOn() {
        Pass.all(process);
    }

    /** One that holds goes on with the slice at hand, and holds at the next. */
    void step() {
        Pass.one(process);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whoever is over hears nothing: by now its number may be somebody else's. */
    void signal(String name) throws IOException, InterruptedException {
        if (!process.isAlive()) {
            return;
        }
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    long pid() {
        return process.pid();
    }

    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        boolean holds = Boolean.parseBoolean(args[3]);
        Pass pass = holds ? Pass.listening() : Pass.FREE;
        WorkerSession.Who who =
                new WorkerSession.Who("here", ProcessHandle.current().pid(), args[2], 1);
        try (SharedDatabase shared = SharedDatabase.of(Optional.of(args[1]), "worker", PACE.silence())
                .orElseThrow()) {
            Worker worker = new Worker(shared.source(), PACE, Path.of(args[0]), who, new Told(pass));
            Thread working = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                worker.stop();
                try {
                    working.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
            worker.work();
        }
    }

    private record Told(Pass pass) implements WorkerWatch {

        private static void say(String line) {
            System.out.println(line);
        }

        @Override
        public void joined() {
            say("joined");
        }

        @Override
        public void helps(Offer offer) {
            say("helps " + offer.kind());
        }

        @Override
        public void refuses(Offer offer, OfferRefusal why) {
            say("refuses " + why.code());
        }

        @Override
        public void takes(Offer offer, int piece) {
            say("takes " + piece);
            pass.step();
        }

        @Override
        public void did(Offer offer, int piece, boolean counts) {
            say((counts ? "did " : "late ") + piece);
        }

        @Override
        public void isAway(RuntimeException failure) {
            say("away");
        }

        @Override
        public void isBack() {
            say("back");
        }
    }
}
