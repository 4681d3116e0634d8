package dev.steelyard.input.planfile.yaml;

import dev.steelyard.input.planfile.mistake.Mistake;
import dev.steelyard.input.planfile.mistake.Mistakes;
import dev.steelyard.input.planfile.mistake.Place;
import dev.steelyard.input.planfile.mistake.PlanError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** The text of a file that people write: UTF-8 (a byte order mark is dropped), of a sane size, indented by spaces. */
public record SourceText(String file, String text, List<String> lines) {

    public static final int MAX_BYTES = 1 << 20;

    public static SourceText of(String file, String text) {
        return new SourceText(file, text, text.lines().toList());
    }

    /** The text, or empty where it cannot be read; the mistakes then say why. */
    public static Optional<SourceText> read(Path path, Mistakes mistakes) {
        String file = name(path);
        Place whole = Place.file(file);
        byte[] bytes;
        if (Files.isDirectory(path)) {
            mistakes.add(Mistake.of(PlanError.FILE_UNREADABLE, whole).with("reason", "is a folder"));
            return Optional.empty();
        }
        try {
            if (Files.size(path) > MAX_BYTES) {
                mistakes.add(Mistake.of(PlanError.FILE_TOO_BIG, whole)
                        .with("bytes", Files.size(path))
                        .with("limit", MAX_BYTES));
                return Optional.empty();
            }
            bytes = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            mistakes.add(Mistake.of(PlanError.FILE_MISSING, whole));
            return Optional.empty();
        } catch (IOException e) {
            mistakes.add(Mistake.of(PlanError.FILE_UNREADABLE, whole).with("reason", e.getMessage()));
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(of(file, text.startsWith("\uFEFF") ? text.substring(1) : text))
                    .filter(source -> source.isIndentedBySpaces(mistakes));
        } catch (CharacterCodingException e) {
            mistakes.add(Mistake.of(PlanError.FILE_NOT_UTF8, whole));
            return Optional.empty();
        }
    }

    /** A path as messages show it: the same on every system. */
    public static String name(Path path) {
        return path.toString().replace('\\', '/');
    }

    private boolean isIndentedBySpaces(Mistakes mistakes) {
        int before = mistakes.count();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int tab = line.indexOf('\t');
            if (tab >= 0 && line.substring(0, tab).isBlank() && !line.isBlank()) {
                mistakes.add(Mistake.of(PlanError.YAML_TAB, new Place(file, i + 1, tab + 1, 1, line)));
            }
        }
        return mistakes.count() == before;
    }

    public Place place(Optional<Mark> start, Optional<Mark> end) {
        if (start.isEmpty()) {
            return Place.file(file);
        }
        int line = start.get().getLine();
        int column = start.get().getColumn();
        String text = line < lines.size() ? lines.get(line) : "";
        int last = end.filter(mark -> mark.getLine() == line)
                .map(Mark::getColumn)
                .orElse(text.codePointCount(0, text.length()));
        return new Place(file, line + 1, column + 1, Math.max(1, last - column), text);
    }
}
