package dev.steelyard.output.handout;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Somebody to whom an edition is handed out.
 *
 * @param name as the job file names them, of a manager {@code managers/} and their id
 * @param base the folder that must be there: where a share is away, nothing is written in its place
 * @param folder below which their editions lie; the base, or a folder of their own in it
 * @param files of the edition, by name
 * @param group whose members may read; empty where the folder's own rights decide
 * @param encrypted whether workbooks are handed out under a password, and nothing else is
 */
public record Reader(
        String name, Path base, Path folder, List<String> files, Optional<String> group, boolean encrypted) {

    public Reader {
        files = List.copyOf(files);
    }
}
