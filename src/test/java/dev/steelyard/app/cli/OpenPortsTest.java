package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.TestDatabase;
import dev.steelyard.app.schedule.TestJobs;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A scheduler that runs what is due, looked at from outside while it lives: nobody can connect to it. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the kernel tells the sockets of a process")
class OpenPortsTest {

    /** {@code st} of a TCP socket that listens, in the kernel's tables. */
    private static final String LISTENS = "0A";

    @TempDir
    Path work;

    @ParameterizedTest
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @MethodSource("dev.steelyard.TestDatabase#all")
    void nothingListensWhileItRunsAndWaits(TestDatabase database) throws Exception {
        TestJobs jobs = TestJobs.in(work.resolve("home"));
        TestJobs.copyInputs(jobs.home().resolve("inputs"));
        try (Stream<Path> files = Files.list(jobs.home().resolve("inputs"))) {
            for (Path file : files.toList()) {
                // As if nobody wrote it any more.
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-10-01T00:00:00Z")));
            }
        }
        jobs.with("month-end", "schedule: {cron: \"0 0 6 8 * ?\", since: 2026-09}");
        Path output = work.resolve("out");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Steelyard.class.getName(),
                "schedule",
                "--lang",
                "en",
                "--home",
                jobs.home().toString(),
                "--output",
                output.toString()));
        database.url(output).ifPresent(url -> command.addAll(List.of("--db", url)));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Set<String> listening = new TreeSet<>();
        List<String> said = new ArrayList<>();
        try (BufferedReader talk = process.errorReader(StandardCharsets.UTF_8)) {
            String line = talk.readLine();
            while (line != null && Files.notExists(output.resolve("month-end/2026-09/latest"))) {
                said.add(line);
                listening.addAll(open(process.pid()));
                line = talk.readLine();
            }
            listening.addAll(open(process.pid()));
        } finally {
            process.destroyForcibly();
        }
        assertThat(output.resolve("month-end/2026-09/latest")).as("%s", said).exists();
        assertThat(listening).isEmpty();
    }

    /** What the test above looks for, it sees. */
    @Test
    void whatListensIsSeen() throws IOException {
        long here = ProcessHandle.current().pid();
        Set<String> before = open(here);
        try (ServerSocket tcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DatagramSocket udp = new DatagramSocket()) {
            Set<String> now = open(here);
            now.removeAll(before);
            assertThat(tcp.isBound() && udp.isBound()).isTrue();
            assertThat(now).hasSize(2);
        }
    }

    /** Sockets of a process to which somebody could connect or send: table and local address. */
    private static Set<String> open(long process) throws IOException {
        Set<String> own = new HashSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + process + "/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                try {
                    own.add(Files.readSymbolicLink(descriptor).toString());
                } catch (FileSystemException e) {
                    // Closed meanwhile.
                    own.remove("");
                }
            }
        }
        Set<String> open = new TreeSet<>();
        for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
            List<String> lines = Files.readAllLines(Path.of("/proc/" + process + "/net/" + table));
            for (String line : lines.subList(1, lines.size())) {
                String[] fields = line.strip().split("\\s+");
                boolean isOpen = table.startsWith("udp") || fields[3].equals(LISTENS);
                if (isOpen && own.contains("socket:[" + fields[9] + "]")) {
                    open.add(table + " " + fields[1]);
                }
            }
        }
        return open;
    }
}
