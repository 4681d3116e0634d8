package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.proof.Launch.Death;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A run and its workers, each a process that goes step by step as chance will have it, while they are killed, frozen and woken, cut off,
 * told to stop, and others join: one edition in the end, of the bytes of one machine, and who wakes after it changes nothing.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals")
class WorkersCampaignTest {

    /** After so many nobody is disturbed any more, and all that still live go on. */
    private static final int DISTURBANCES = 12;

    private static final int MOST_WORKERS = 3;

    /** Above all that anybody waits for: the lapse of a silent worker, a start of a process, a run. */
    private static final long MINUTES = 3;

    @TempDir
    static Path folder;

    private static WorkersBench bench;

    @BeforeAll
    static void runAlone() throws IOException {
        bench = WorkersBench.of(folder);
    }

    static LongStream seeds() {
        return Bench.seeds(Boolean.getBoolean("proof.campaign") ? 40 : 2);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverBefallsThemTheBytesAreThoseOfOneMachine(long seed) throws Exception {
        Launch launch = bench.fresh();
        try (Scene scene = new Scene(launch, new Random(seed))) {
            scene.play();
            bench.endsAsIfAlone(launch);
            scene.wakeAndStop();
            bench.endsAsIfAlone(launch);
            System.out.println("seed " + seed + ": " + scene.befell + " " + scene.said());
        }
    }

    /** The processes of a launch. */
    private static final class Scene implements AutoCloseable {
        private final Launch launch;
        private final Random random;
        private final List<WorkerLaunch> all = new ArrayList<>();
        private final List<WorkerLaunch> workers = new ArrayList<>();
        private final Set<WorkerLaunch> frozen = new HashSet<>();
        private final Map<String, Integer> befell = new TreeMap<>();
        private int disturbances;
        private Process run;

        Scene(Launch launch, Random random) throws IOException {
            this.launch = launch;
            this.random = random;
            this.run = launch.start(Death.STEPS, 0);
        }

        void play() throws IOException, InterruptedException, SQLException {
            long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
            while (run.isAlive() || run.exitValue() != 0) {
                assertThat(System.nanoTime()).as("hangs after " + befell).isLessThan(until);
                if (!run.isAlive()) {
                    count(run.exitValue() == Launch.IN_USE ? "run found the ledger held" : "run started again");
                    run = launch.start(Death.STEPS, 0);
                }
                workers.removeIf(one -> !one.isAlive());
                frozen.retainAll(workers);
                if (disturbances < DISTURBANCES) {
                    act();
                } else {
                    for (WorkerLaunch one : frozen) {
                        one.signal("CONT");
                    }
                    frozen.clear();
                    workers.forEach(WorkerLaunch::goOn);
                    Pass.all(run);
                }
                run.waitFor(random.nextInt(20), TimeUnit.MILLISECONDS);
            }
        }

        private void act() throws IOException, InterruptedException, SQLException {
            int chance = random.nextInt(100);
            if (chance < 30) {
                Pass.one(run);
            } else if (chance < 85) {
                any().ifPresent(WorkerLaunch::step);
            } else if (chance < 94) {
                join();
            } else {
                disturb();
            }
        }

        private void join() throws IOException {
            if (workers.size() < MOST_WORKERS) {
                WorkerLaunch one = WorkerLaunch.startDrained(launch);
                workers.add(one);
                all.add(one);
                befell.merge("joined", 1, Integer::sum);
            }
        }

        private void disturb() throws IOException, InterruptedException, SQLException {
            int what = random.nextInt(10);
            if (what == 0) {
                run.destroyForcibly();
                count("run killed");
            } else if (what == 1) {
                WorkersBench.cut(launch, random.nextBoolean() ? "steelyard worker" : "steelyard%");
                count("sessions cut");
            } else if (what == 2) {
                run.destroyForcibly();
                for (WorkerLaunch one : workers) {
                    one.signal("KILL");
                }
                count("all killed");
            } else {
                disturb(any(), what);
            }
        }

        private void disturb(Optional<WorkerLaunch> chosen, int what) throws IOException, InterruptedException {
            if (chosen.isEmpty()) {
                join();
                return;
            }
            WorkerLaunch one = chosen.get();
            if (frozen.remove(one)) {
                one.signal("CONT");
                count("worker woken");
            } else if (what < 6) {
                one.signal("STOP");
                frozen.add(one);
                count("worker frozen");
            } else if (what < 8) {
                one.signal("KILL");
                count("worker killed");
            } else {
                one.signal("TERM");
                one.goOn();
                count("worker told to stop");
            }
        }

        private Optional<WorkerLaunch> any() {
            return workers.isEmpty() ? Optional.empty() : Optional.of(workers.get(random.nextInt(workers.size())));
        }

        private void count(String what) {
            befell.merge(what, 1, Integer::sum);
            disturbances++;
        }

        /** Whoever is left, woken after the run is over, ends as whoever is told to. */
        void wakeAndStop() throws IOException, InterruptedException {
            for (WorkerLaunch one : workers) {
                one.signal("CONT");
                one.goOn();
                one.signal("TERM");
                assertThat(one.waitFor()).isIn(143, 137);
            }
        }

        /** How often the workers said what. */
        Map<String, Integer> said() {
            Map<String, Integer> said = new TreeMap<>();
            for (WorkerLaunch one : all) {
                one.said().forEach(line -> said.merge(line.replaceFirst(" \\d+$", ""), 1, Integer::sum));
            }
            return said;
        }

        @Override
        public void close() {
            run.destroyForcibly();
            all.forEach(WorkerLaunch::close);
        }
    }
}
