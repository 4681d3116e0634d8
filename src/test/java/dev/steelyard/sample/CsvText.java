package dev.steelyard.sample;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The text of one CSV file, with room for the disorder of real exports. */
final class CsvText {

    static final Charset GB18030 = Charset.forName("GB18030");

    private final char delimiter;
    private final String lineEnd;
    private final StringBuilder text = new StringBuilder();

    CsvText(char delimiter, String lineEnd) {
        this.delimiter = delimiter;
        this.lineEnd = lineEnd;
    }

    CsvText row(List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                text.append(delimiter);
            }
            text.append(quoted(values.get(i)));
        }
        return line("");
    }

    /** A physical line as it stands: a title, or something broken. */
    CsvText line(String raw) {
        text.append(raw).append(lineEnd);
        return this;
    }

    /** The file's bytes; UTF-16 always has its byte order mark, UTF-8 if asked. */
    byte[] bytes(Charset charset, boolean mark) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (mark || charset.equals(StandardCharsets.UTF_16LE)) {
            out.writeBytes("\uFEFF".getBytes(charset));
        }
        out.writeBytes(text.toString().getBytes(charset));
        return out.toByteArray();
    }

    private String quoted(String value) {
        boolean needed = value.indexOf(delimiter) >= 0
                || value.indexOf('"') >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0;
        return needed ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
