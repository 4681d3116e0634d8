package dev.steelyard.input.sheets;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import java.util.Map;

/** A file that cannot be read, with the reason that its problem states. */
public final class UnreadableFile extends Exception {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient Map<String, String> slots;

    public UnreadableFile(ProblemCode code, Map<String, String> slots) {
        super(code.code() + " " + slots);
        this.code = code;
        this.slots = slots;
    }

    /** The same of which the part is now known. */
    public UnreadableFile at(String part) {
        return code == ProblemCode.FILE_DAMAGED && slots.get("detail").isEmpty() ? FileKind.damaged(part) : this;
    }

    public Problem at(SourceRef where) {
        return new Problem(code, where, "", "", slots);
    }
}
