package dev.steelyard.proof;

import dev.steelyard.output.handout.HandOut;
import dev.steelyard.output.handout.Passwords;
import dev.steelyard.output.handout.Reader;
import dev.steelyard.output.publish.Manifest;
import dev.steelyard.output.workbook.book.WorkbookPassword;
import dev.steelyard.proof.Launch.Death;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An edition that is handed out to one reader in a process of its own, which dies where it is told to. */
record HandOutLaunch(Path edition, Path share, String group, List<String> files) {

    Process start(Death death, int at) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HandOutLaunch.class.getName(),
                        edition.toString(),
                        share.toString(),
                        group,
                        String.join("|", files),
                        death.name(),
                        Integer.toString(at))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] args) throws IOException {
        Path edition = Path.of(args[0]);
        Path share = new HaltingFiles(Death.valueOf(args[4]), Integer.parseInt(args[5])).wrap(Path.of(args[1]));
        new HandOut(edition, Manifest.read(edition), new Passwords(Map.of(), Optional.empty()), WorkbookPassword::write)
                .to(new Reader(
                        "finance", share, share, Arrays.asList(args[3].split("\\|")), Optional.of(args[2]), false));
        System.exit(0);
    }
}
