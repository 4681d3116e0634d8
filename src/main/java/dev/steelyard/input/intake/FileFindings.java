package dev.steelyard.input.intake;

import dev.steelyard.engine.problem.Problem;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Problems of whole files, which only freezing finds: kept, so that a run calculated again has them too. */
public final class FileFindings {

    private FileFindings() {}

    public static void write(List<Problem> problems, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt(problems.size());
        for (Problem problem : problems) {
            ProblemFile.write(problem, out);
        }
        out.flush();
    }

    public static List<Problem> read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        List<Problem> problems = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            problems.add(ProblemFile.read(in));
        }
        return problems;
    }
}
