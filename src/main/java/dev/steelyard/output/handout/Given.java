package dev.steelyard.output.handout;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a reader got.
 *
 * @param reader as the job file names them
 * @param folder where it lies, or should
 * @param files handed out; none where it failed
 * @param keptBack files that are theirs and no workbooks, where only encrypted ones leave the house
 * @param failed why they got nothing
 * @param detail what the reason is about, such as the group; blank where it says all
 */
public record Given(
        String reader,
        String folder,
        List<String> files,
        List<String> keptBack,
        Optional<Reason> failed,
        String detail) {

    /** Why somebody got nothing. */
    public enum Reason {
        /** The folder is not there: a share that is not mounted. */
        AWAY,
        /** The machine knows no such group. */
        GROUP_UNKNOWN,
        /** The account may not write there, or not give files to the group. */
        NO_RIGHT,
        /** Neither the environment nor the file of passwords has theirs. */
        NO_PASSWORD,
        /** Others may read the file of passwords. */
        PASSWORDS_OPEN,
        /** The edition does not say who leads whom. */
        NO_INDEX,
        /** A published file is not what the manifest says. */
        CHANGED,
        /** The disk or the network failed. */
        FAILED;

        /** As machine files write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Given {
        files = List.copyOf(files);
        keptBack = List.copyOf(keptBack);
    }

    /** They got nothing. */
    public static Given failed(Reader reader, Reason reason, String detail) {
        return new Given(reader.name(), reader.folder().toString(), List.of(), List.of(), Optional.of(reason), detail);
    }
}
