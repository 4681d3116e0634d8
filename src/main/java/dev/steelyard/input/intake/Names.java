package dev.steelyard.input.intake;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Texts that come again in a file: written where they come first, and as their number after it. Read, each is one object. */
final class Names {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final UnaryOperator<String> shared;

    Names() {
        this(UnaryOperator.identity());
    }

    /** @param shared text → the object that says it in other files too */
    Names(UnaryOperator<String> shared) {
        this.shared = shared;
    }

    void write(String name, DataOutputStream out) throws IOException {
        Integer number = numbers.putIfAbsent(name, numbers.size());
        out.writeInt(number == null ? numbers.size() - 1 : number);
        if (number == null) {
            LongTexts.write(name, out);
        }
    }

    String read(DataInputStream in) throws IOException {
        int number = in.readInt();
        if (number == names.size()) {
            names.add(shared.apply(LongTexts.read(in)));
        }
        return names.get(number);
    }
}
