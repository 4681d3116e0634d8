package dev.steelyard.input.intake;

import dev.steelyard.engine.plausible.Copies;
import dev.steelyard.engine.plausible.MonthParts;
import dev.steelyard.engine.plausible.MonthProfile;
import dev.steelyard.engine.plausible.Profile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The profile of a slice on disk: the same rows give the same bytes. */
final class ProfileFile {

    private ProfileFile() {}

    static void write(Profile profile, DataOutputStream out) throws IOException {
        Names names = new Names();
        List<MonthParts> months = profile.parts();
        out.writeInt(months.size());
        for (MonthParts month : months) {
            out.writeInt(month.month());
            out.writeLong(month.rows());
            out.writeLong(month.lost());
            out.writeLong(month.priced());
            out.writeLong(month.swapped());
            out.writeLong(month.odd().earned());
            out.writeLong(month.odd().taken());
            out.writeLong(month.odd().nothing());
            out.writeLong(month.odd().back());
            out.writeLong(month.odd().cheap());
            out.writeInt(month.days());
            out.writeLong(month.said());
            write(month.sums(), names, out);
            write(month.people(), names, out);
            write(month.tops(), names, out);
            write(month.most(), names, out);
            out.writeInt(month.copies().size());
            for (Map.Entry<String, Copies> person : month.copies().entrySet()) {
                Copies copies = person.getValue();
                names.write(person.getKey(), out);
                out.writeLong(copies.rows());
                out.writeLong(copies.odd());
                out.writeLong(copies.once());
                out.writeLong(copies.twice());
                out.writeLong(copies.seen());
                out.writeLong(copies.undated());
                out.writeLong(copies.kinds());
            }
            out.writeInt(month.blanks().size());
            for (Map.Entry<String, Long> column : month.blanks().entrySet()) {
                LongTexts.write(column.getKey(), out);
                out.writeLong(column.getValue());
            }
            out.writeInt(month.sizes().size());
            for (Map.Entry<Integer, Long> size : month.sizes().entrySet()) {
                out.writeInt(size.getKey());
                out.writeLong(size.getValue());
            }
        }
        out.writeInt(profile.unread().size());
        for (Map.Entry<String, Map<String, Long>> column : profile.unread().entrySet()) {
            LongTexts.write(column.getKey(), out);
            out.writeInt(column.getValue().size());
            for (Map.Entry<String, Long> value : column.getValue().entrySet()) {
                LongTexts.write(value.getKey(), out);
                out.writeLong(value.getValue());
            }
        }
    }

    private static void write(Map<String, BigDecimal> numbers, Names names, DataOutputStream out) throws IOException {
        out.writeInt(numbers.size());
        for (Map.Entry<String, BigDecimal> number : numbers.entrySet()) {
            names.write(number.getKey(), out);
            Decimals.write(number.getValue(), out);
        }
    }

    /** Adds what was kept to the profile. */
    static void read(DataInputStream in, Profile into) throws IOException {
        Names names = new Names();
        for (int left = in.readInt(); left > 0; left--) {
            int month = in.readInt();
            long rows = in.readLong();
            long lost = in.readLong();
            long priced = in.readLong();
            long swapped = in.readLong();
            MonthProfile.Signs odd =
                    new MonthProfile.Signs(in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
            int days = in.readInt();
            long said = in.readLong();
            Map<String, BigDecimal> sums = readNumbers(in, names);
            Map<String, BigDecimal> people = readNumbers(in, names);
            Map<String, BigDecimal> tops = readNumbers(in, names);
            Map<String, BigDecimal> most = readNumbers(in, names);
            Map<String, Copies> copies = new LinkedHashMap<>();
            for (int own = in.readInt(); own > 0; own--) {
                copies.put(
                        names.read(in),
                        new Copies(
                                in.readLong(),
                                in.readLong(),
                                in.readLong(),
                                in.readLong(),
                                in.readLong(),
                                in.readLong(),
                                in.readLong()));
            }
            Map<String, Long> blanks = new TreeMap<>();
            for (int columns = in.readInt(); columns > 0; columns--) {
                String column = LongTexts.read(in);
                blanks.put(column, in.readLong());
            }
            Map<Integer, Long> sizes = new TreeMap<>();
            for (int more = in.readInt(); more > 0; more--) {
                int size = in.readInt();
                sizes.put(size, in.readLong());
            }
            into.add(new MonthParts(
                    month, rows, lost, priced, swapped, odd, days, said, sums, blanks, people, tops, copies, sizes,
                    most));
        }
        Map<String, Map<String, Long>> unread = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            Map<String, Long> values = unread.computeIfAbsent(LongTexts.read(in), any -> new TreeMap<>());
            for (int more = in.readInt(); more > 0; more--) {
                String value = LongTexts.read(in);
                values.put(value, in.readLong());
            }
        }
        into.addUnread(unread);
    }

    private static Map<String, BigDecimal> readNumbers(DataInputStream in, Names names) throws IOException {
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            numbers.put(names.read(in), Decimals.read(in));
        }
        return numbers;
    }
}
