package dev.steelyard.sample;

/** The rows of the sample exports that an engine must not use, as they stand in their files. */
final class BadRows {

    /**
     * A good row and its exact duplicate; a letter O; an unknown employee, product, customer; two rows of one key; an
     * id that a spreadsheet rounded; a blank date; a column too few.
     */
    static final String LATE_ORDERS =
            """
            202609900001;2026/9/11;E0701;C3003;P02;1;1000.00;600.00
            202609900001;2026/9/11;E0701;C3003;P02;1;1000.00;600.00
            202609900002;2026/9/11;E0702;C3003;P02;1;12O00.00;700.00
            202609900003;2026/9/12;E9999;C3003;P02;2;24000.00;15000.00
            202609900004;2026/9/12;E0702;C3003;P99;2;24000.00;15000.00
            202609900005;2026/9/13;E0702;C9999;P02;2;24000.00;15000.00
            202609900006;2026/9/14;E0101;C1003;P02;2;24000.00;15000.00
            202609900006;2026/9/14;E0101;C1003;P02;3;36000.00;15000.00
            2.0260990E+11;2026/9/15;E0101;C1003;P02;2;24000.00;15000.00
            202609900008;;E0101;C1003;P02;2;24000.00;15000.00
            202609900009;2026/9/15;E0101;C1003;P02;24000.00;15000.00
            """;

    /** Stands within the July visits; no other quote follows, so that only this line is lost. */
    static final String UNCLOSED_QUOTE = "V900001,2026/7/15 10:00,E0102,C1001,\"骨科,是,30,20,普通,是";

    /** More effective than all minutes; a column too many; a day that does not exist. */
    static final String JULY_VISITS =
            """
            V900002,2026/7/15 10:00,E0102,C1001,骨科,是,30,45,普通,是
            V900003,2026/7/15 11:00,E0102,C1001,骨科,是,30,20,普通,是,是
            V900004,2026/6/31 11:00,E0102,C1001,骨科,是,30,20,普通,是
            """;

    /** A letter O; two targets of one key. */
    static final String TARGETS =
            """
            employee,E0209,sales_amount,2026-Q3,35O000
            employee,E0202,sales_amount,2026-Q3,400000
            employee,E0202,sales_amount,2026-Q3,450000
            """;

    /** A quantity in words; an unknown employee. */
    static final String SELL_OUT =
            """
            SO900001 2026/9/9 C1028 E0301 C1013 P01 十箱 12000
            SO900002 2026/9/9 C1028 E9998 C1013 P01 10 12000
            """;

    /** A score of 11; an unknown employee. */
    static final String SURVEY =
            """
            Q900001,2026/9/9,,E0102,11,5,5
            Q900002,2026/9/9,,E9997,9,5,5
            """;

    /** Answered before raised. */
    static final String REQUESTS =
            """
            R900001,E0102,C1001,培训需求,骨科,2026-09-09 14:00,2026-09-08 09:00,否,
            """;

    private BadRows() {}
}
