package dev.steelyard.ledger.pieces;

import dev.steelyard.ledger.database.Sql;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/** The workers of a database and what they do at this moment, for who looks. */
public record Crew(List<Worker> workers) {

    /**
     * A worker.
     *
     * @param refusal why it takes nothing; blank where it does
     * @param done how many pieces it did since it began
     * @param silent for how many seconds it has said nothing
     * @param pieces the slices that it has, those that it has had longest first
     * @param longest for how many seconds it has had the first of them; 0 without one
     */
    public record Worker(
            String host,
            long pid,
            String engine,
            int threads,
            String refusal,
            long done,
            long silent,
            List<Integer> pieces,
            long longest) {

        /** Whether nobody counts on it any more. */
        public boolean isSilent(Pace pace) {
            return silent >= pace.lapse().toSeconds();
        }
    }

    private static final String WORKERS =
            """
            select w.host, w.pid, w.engine, w.threads, w.refusal, w.pieces,
                   floor(extract(epoch from clock_timestamp() - w.seen)),
                   coalesce(string_agg(cast(p.piece as varchar), ' ' order by p.taken_at, p.piece), ''),
                   coalesce(floor(extract(epoch from clock_timestamp() - min(p.taken_at))), 0)
            from work_worker w
            left join work_piece p on p.worker = w.worker and p.state = 'TAKEN'
            group by w.worker
            order by w.host, w.pid
            """;

    /** @param source a PostgreSQL */
    public static Crew of(DataSource source) {
        return new Crew(new Sql(source)
                .query(
                        WORKERS,
                        row -> new Worker(
                                row.getString(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getInt(4),
                                row.getString(5),
                                row.getLong(6),
                                row.getLong(7),
                                Arrays.stream(row.getString(8).split(" "))
                                        .filter(piece -> !piece.isEmpty())
                                        .map(Integer::valueOf)
                                        .toList(),
                                row.getLong(9))));
    }
}
