package dev.steelyard.input.spelling;

/** Which number formats of a workbook show a date, Chinese ones included, which POI does not know. */
public final class DateFormats {

    private DateFormats() {}

    public static boolean isBuiltInDate(int id) {
        return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58;
    }

    /** Whether the format's first section has a token of year, month, day or hour outside quotes. */
    public static boolean isDate(String format) {
        for (int i = 0; i < format.length(); i++) {
            switch (format.charAt(i)) {
                case '"' -> {
                    int close = format.indexOf('"', i + 1);
                    i = close < 0 ? format.length() : close;
                }
                case '\\', '_', '*' -> i++;
                case '[' -> {
                    int close = format.indexOf(']', i + 1);
                    if (close > 0 && isElapsed(format.substring(i + 1, close))) {
                        return true;
                    }
                    i = close < 0 ? format.length() : close;
                }
                case 'y', 'Y', 'm', 'M', 'd', 'D', 'h', 'H' -> {
                    return true;
                }
                case ';' -> {
                    return false;
                }
                default -> {
                    // digits, points, General: no date
                }
            }
        }
        return false;
    }

    /** {@code [h]}, {@code [mm]}: elapsed time. */
    private static boolean isElapsed(String bracket) {
        return !bracket.isEmpty()
                && bracket.chars().allMatch(c -> c == bracket.charAt(0))
                && "hHmMsS".indexOf(bracket.charAt(0)) >= 0;
    }
}
