package dev.steelyard.input.intake;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Texts of any length in the run's own files; {@link DataOutputStream#writeUTF} ends at 64 KiB. */
final class LongTexts {

    private LongTexts() {}

    static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String read(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    static void write(Map<String, String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (Map.Entry<String, String> entry : new TreeMap<>(texts).entrySet()) {
            write(entry.getKey(), out);
            write(entry.getValue(), out);
        }
    }

    static Map<String, String> readMap(DataInputStream in) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String key = read(in);
            texts.put(key, read(in));
        }
        return texts;
    }
}
