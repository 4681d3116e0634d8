package dev.steelyard.input.spelling;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Reads the dates and times that people and systems write (rulings 90): {@code 2026-09-01}, {@code 2026/9/1},
 * {@code 2026.9.1}, {@code 2026年9月1日}, {@code 20260901}; a time after a space or {@code T}, seconds optional. A time
 * with an offset becomes the time in the company's zone. Never a two-digit year, never day before month: those would be
 * guesses.
 *
 * <p>Not for several threads.
 */
public final class Dates {

    private final ZoneId zone;
    private String text = "";
    private int at;

    public Dates(ZoneId zone) {
        this.zone = zone;
    }

    /** The day, or null where the text is none; of a date-time its day in the company's zone (rulings 121). */
    public LocalDate day(String stripped) {
        if (stripped.length() == 10) {
            char separator = stripped.charAt(4);
            if ((separator == '-' || separator == '/') && stripped.charAt(7) == separator) {
                return day(number(stripped, 0, 4), number(stripped, 5, 7), number(stripped, 8, 10));
            }
        }
        LocalDateTime time = time(stripped);
        return time == null ? null : time.toLocalDate();
    }

    /** The date-time, or null where the text is none; a day alone is its midnight. */
    public LocalDateTime time(String stripped) {
        LocalDateTime common = common(stripped);
        if (common != null) {
            return common;
        }
        text = Spelling.strip(Spelling.halfWidth(stripped));
        at = 0;
        LocalDate day = dayAtCursor();
        if (day == null) {
            return null;
        }
        if (at == text.length()) {
            return day.atStartOfDay();
        }
        boolean afterDay = text.charAt(at - 1) == '日';
        int before = at;
        if (text.charAt(at) == 'T' || text.charAt(at) == 't') {
            at++;
        } else {
            skipSpaces();
        }
        return at == before && !afterDay ? null : timeAtCursor(day);
    }

    /** {@code 2026-09-01 14:30} and {@code 2026-09-01T14:30:00}, the forms that systems write; null for any other. */
    private static LocalDateTime common(String text) {
        int length = text.length();
        if (length != 16 && length != 19
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != ' ' && text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || length == 19 && text.charAt(16) != ':') {
            return null;
        }
        LocalDate day = day(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = length == 19 ? number(text, 17, 19) : 0;
        return day == null || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59
                ? null
                : day.atTime(hour, minute, second);
    }

    /** Seconds since the day began, of {@code 2026-09-01 14:30} and {@code 2026-09-01T14:30:00}; −1 for any other spelling. */
    public static int secondsOfDay(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length != 16 && length != 19
                || bytes[from + 4] != '-'
                || bytes[from + 7] != '-'
                || bytes[from + 10] != ' ' && bytes[from + 10] != 'T'
                || bytes[from + 13] != ':'
                || length == 19 && bytes[from + 16] != ':'
                || twoDigits(bytes, from) < 0
                || twoDigits(bytes, from + 2) < 0
                || twoDigits(bytes, from + 5) < 0
                || twoDigits(bytes, from + 8) < 0) {
            return -1;
        }
        int hour = twoDigits(bytes, from + 11);
        int minute = twoDigits(bytes, from + 14);
        int second = length == 19 ? twoDigits(bytes, from + 17) : 0;
        return hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59
                ? -1
                : hour * 3600 + minute * 60 + second;
    }

    private static int twoDigits(byte[] bytes, int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : 10 * tens + ones;
    }

    private LocalDate dayAtCursor() {
        int run = 0;
        while (run < text.length() && digit(run) >= 0) {
            run++;
        }
        if (run == 8) {
            at = 8;
            return day(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
        }
        if (run != 4 || text.length() < 8) {
            return null;
        }
        char separator = text.charAt(4);
        if (separator != '-' && separator != '/' && separator != '.' && separator != '年') {
            return null;
        }
        at = 5;
        int month = upTo(2);
        if (!skip(separator == '年' ? '月' : separator)) {
            return null;
        }
        int day = upTo(2);
        if (separator == '年' && !skip('日')) {
            return null;
        }
        return day(number(text, 0, 4), month, day);
    }

    private LocalDateTime timeAtCursor(LocalDate day) {
        int hour = upTo(2);
        boolean chinese = skip('时');
        if (!chinese && !skip(':')) {
            return null;
        }
        int minute = chinese ? upTo(2) : exactly2();
        int second = 0;
        int nano = 0;
        if (chinese ? skip('分') && at < text.length() : skip(':')) {
            second = chinese ? upTo(2) : exactly2();
            nano = fraction();
            if (chinese && !skip('秒')) {
                return null;
            }
        }
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || nano < 0) {
            return null;
        }
        LocalDateTime local = day.atTime(hour, minute, second, nano);
        skipSpaces();
        return at == text.length() ? local : inZone(local);
    }

    private LocalDateTime inZone(LocalDateTime local) {
        try {
            ZoneOffset offset = ZoneOffset.of(text.substring(at).toUpperCase(Locale.ROOT));
            return local.atOffset(offset).atZoneSameInstant(zone).toLocalDateTime();
        } catch (DateTimeException noOffset) {
            return null;
        }
    }

    /** The first nine decimals of a second; 0 where none are written, −1 where the point has none. */
    private int fraction() {
        if (!skip('.') && !skip(',')) {
            return 0;
        }
        int nano = 0;
        int count = 0;
        for (; at < text.length() && digit(at) >= 0; at++, count++) {
            if (count < 9) {
                nano = nano * 10 + digit(at);
            }
        }
        for (int i = count; i < 9; i++) {
            nano *= 10;
        }
        return count == 0 ? -1 : nano;
    }

    private int upTo(int digits) {
        int start = at;
        while (at < text.length() && at - start < digits && digit(at) >= 0) {
            at++;
        }
        return number(text, start, at);
    }

    private int exactly2() {
        int start = at;
        int value = upTo(2);
        return at - start == 2 ? value : -1;
    }

    private boolean skip(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void skipSpaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private int digit(int index) {
        int digit = text.charAt(index) - '0';
        return digit >= 0 && digit <= 9 ? digit : -1;
    }

    private static int number(String text, int from, int to) {
        int value = from == to ? -1 : 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static LocalDate day(int year, int month, int day) {
        if (year < 1900 || month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        return day > 28 && day > YearMonth.of(year, month).lengthOfMonth() ? null : LocalDate.of(year, month, day);
    }

    /**
     * The date-time of a spreadsheet's serial day, to the millisecond, or null where the serial is none. In the 1900
     * system the day 60 never existed.
     */
    public static LocalDateTime ofSerial(BigDecimal serial, boolean from1904) {
        if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(2_958_466)) >= 0) {
            return null;
        }
        long days = serial.longValue();
        long millis = serial.subtract(BigDecimal.valueOf(days))
                .multiply(BigDecimal.valueOf(86_400_000L))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        if (!from1904 && days == 60) {
            return null;
        }
        LocalDate epoch = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, days < 60 ? 31 : 30);
        return epoch.plusDays(days).atStartOfDay().plusNanos(millis * 1_000_000);
    }
}
