package dev.steelyard.engine.measure;

import dev.steelyard.engine.dataset.Lane;
import dev.steelyard.engine.dataset.Row;
import java.util.Arrays;
import java.util.List;

/** A row's group as text, by columns: for tallies that tell rows apart by what hardly comes again, as their keys. */
final class GroupTexts {

    private final BlockTaker taker;
    private final List<Part> parts;

    /** One part of the groups, with its texts by code as far as they were asked for. */
    private static final class Part {
        private final Joined.Group group;
        private final Lane lane;
        private String[] texts = {};

        Part(Joined.Group group, Lane lane) {
            this.group = group;
            this.lane = lane;
        }

        String of(int row) {
            if (!(lane instanceof Lane.Codes codes) || lane instanceof Lane.Times || codes.code(row) < 0) {
                return text(lane == null ? null : lane.value(row));
            }
            int code = codes.code(row);
            if (code >= texts.length) {
                texts = Arrays.copyOf(texts, Math.max(2 * texts.length, code + 1));
            }
            if (texts[code] == null) {
                texts[code] = text(codes.of(code));
            }
            return texts[code];
        }

        String text(Object value) {
            Object part = group.part().of(value);
            return part == null ? "" : part.toString();
        }
    }

    GroupTexts(BlockTaker taker, Gauge.TallyColumns tallied) {
        this.taker = taker;
        this.parts = tallied.by().stream()
                .map(group -> new Part(
                        group,
                        group.place().join() < 0
                                ? taker.block().lane(group.place().column())
                                : null))
                .toList();
    }

    /** The same as {@link Accumulator#group} gives for the row. */
    String of(int row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (i > 0) {
                text.append(Accumulator.JOINT);
            }
            Joined.Place place = part.group.place();
            if (place.join() < 0) {
                text.append(part.of(row));
            } else {
                Row named = taker.namedBy(place.join(), row);
                text.append(named == null ? "" : part.text(named.value(place.column())));
            }
        }
        return text.toString();
    }
}
