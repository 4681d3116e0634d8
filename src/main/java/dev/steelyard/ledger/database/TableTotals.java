package dev.steelyard.ledger.database;

import dev.steelyard.ledger.store.Sha256;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a ledger table sums to, the same on every database.
 *
 * @param sums of each exact number column
 * @param hash of all cells of all rows; the order of the rows, which no database promises, does not matter
 */
public record TableTotals(String table, long rows, Map<String, BigDecimal> sums, String hash) {

    public TableTotals {
        sums = Collections.unmodifiableMap(new LinkedHashMap<>(sums));
    }

    /** Takes rows one by one. */
    static final class Count {

        private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

        private final String table;
        private final List<String> columns;
        private final Map<String, BigDecimal> sums = new LinkedHashMap<>();
        private final MessageDigest digest;
        private long rows;
        private BigInteger all = BigInteger.ZERO;

        Count(String table, List<String> columns) {
            this.table = table;
            this.columns = columns;
            this.digest = Sha256.digest();
        }

        /** The hashes of rows are added up, so that equal rows count as often as they are there. */
        void take(Object[] row) {
            rows++;
            for (int i = 0; i < row.length; i++) {
                if (row[i] instanceof BigDecimal number) {
                    sums.merge(columns.get(i), number, BigDecimal::add);
                }
                byte[] cell = row[i] == null ? null : String.valueOf(row[i]).getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4)
                        .putInt(cell == null ? -1 : cell.length)
                        .array());
                if (cell != null) {
                    digest.update(cell);
                }
            }
            all = all.add(new BigInteger(1, digest.digest())).mod(MODULUS);
        }

        TableTotals totals() {
            byte[] bytes = all.toByteArray();
            byte[] hash = new byte[32];
            int length = Math.min(bytes.length, hash.length);
            System.arraycopy(bytes, bytes.length - length, hash, hash.length - length, length);
            return new TableTotals(table, rows, sums, HexFormat.of().formatHex(hash));
        }
    }
}
