package dev.steelyard.engine.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the payable lines of a payout become a voucher 凭证 that an accounting system imports: the accounts they are booked
 * to, what each entry says, and the columns of the file. A line that is on hold or carried is not booked.
 *
 * @param voucher its id, which is part of the file's name
 * @param date the day of the voucher
 * @param word the voucher word 凭证字: 记, 转
 * @param number the voucher's number in the file; most systems give their own on import
 * @param summary what each entry says 摘要; {@code {period}} {@code {entry}} {@code {department}} {@code {person}}
 *     {@code {name}} {@code {edition}} {@code {job}} are filled in, blank where an entry sums over several of them
 * @param department what stands for an employee's department in the accounts
 * @param debit 借方: each component is taken by the first of these that names it, else by the one that names none
 * @param credit 贷方: likewise
 * @param file how the file is written
 * @param columns the file's columns in order
 */
public record Voucher(
        String voucher,
        Name name,
        Day date,
        String word,
        int number,
        String summary,
        Department department,
        List<Posting> debit,
        List<Posting> credit,
        Layout file,
        List<Column> columns) {

    public Voucher {
        debit = List.copyOf(debit);
        credit = List.copyOf(credit);
        columns = List.copyOf(columns);
    }

    /** The day that a voucher bears. */
    public enum Day {
        /** The last day of the period. */
        PERIOD_END,
        /** The as-of day of the run. */
        AS_OF
    }

    /** What the lines of a posting are summed by: an entry each. */
    public enum Grouping {
        TOTAL,
        DEPARTMENT,
        PERSON
    }

    /**
     * A department in the accounts.
     *
     * @param of the roster column that it is made of
     * @param codes the column's content → the department's code; what is not listed stands as it is
     */
    public record Department(Of of, Map<String, String> codes) {

        /** A roster column. */
        public enum Of {
            COST_CENTER,
            TEAM,
            REGION
        }

        public Department {
            codes = InOrder.copy(codes);
        }
    }

    /**
     * What is booked to one account.
     *
     * @param name what is booked, for the summary
     * @param components the components of the payout; left out: all that no other posting of the side names
     * @param account the account's code 科目代码
     * @param accountName the account's name 科目名称
     * @param by what the lines are summed by
     */
    public record Posting(
            Name name, List<String> components, String account, Optional<String> accountName, Grouping by) {
        public Posting {
            components = List.copyOf(components);
        }
    }

    /**
     * How the file is written.
     *
     * @param encoding of a csv: {@code utf-8}, {@code utf-8-bom} or {@code gb18030}; {@code utf-8} where left out
     * @param sheet the name of an xlsx's sheet
     * @param dates how a day is written; left out: a date cell in an xlsx, {@code 2026-09-30} in a csv
     * @param firstLines lines of a csv before everything else
     * @param withoutHeader the file begins with the entries
     * @param withoutQuotes a csv in which no cell is quoted: a comma in a text becomes a full-width one
     */
    public record Layout(
            Format format,
            Optional<String> encoding,
            Optional<String> sheet,
            Optional<Dates> dates,
            List<String> firstLines,
            boolean withoutHeader,
            boolean withoutQuotes) {
        public Layout {
            firstLines = List.copyOf(firstLines);
        }
    }

    public enum Format {
        CSV,
        XLSX
    }

    /** How a day is written. */
    public enum Dates {
        /** 2026-09-30. */
        DASHES,
        /** 2026/9/30. */
        SLASHES,
        /** 20260930. */
        COMPACT;

        /** The day as the accounting system reads it. */
        public String of(LocalDate day) {
            return switch (this) {
                case DASHES -> day.toString();
                case SLASHES -> day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth();
                case COMPACT -> day.toString().replace("-", "");
            };
        }
    }

    /**
     * A column of the file.
     *
     * @param header its name in the first row
     * @param value what stands in it
     * @param text the same text in every row, in place of a value
     * @param empty what stands where there is no value, as {@code 0} for no amount
     */
    public record Column(String header, Optional<Value> value, Optional<String> text, Optional<String> empty) {}

    /** What a column can hold. */
    public enum Value {
        DATE,
        YEAR,
        MONTH,
        WORD,
        NUMBER,
        /** The entry's number in the voucher, from 1. */
        ENTRY,
        SUMMARY,
        ACCOUNT,
        ACCOUNT_NAME,
        DEPARTMENT,
        /** The employee's id. */
        PERSON,
        PERSON_NAME,
        DEBIT,
        CREDIT,
        CURRENCY
    }
}
