package dev.steelyard.ledger.pieces;

import dev.steelyard.ledger.database.SharedDatabase;
import dev.steelyard.ledger.database.Sql;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The workers of a database and what they do at this moment, for whoever looks.
 *
 * @param kind what the pieces are; empty where nothing is offered
 * @param offered pieces that a run offers and nobody has begun
 * @param own those that the run's own process has
 * @param taken those that workers have
 * @param done those that workers did
 */
public record Crew(List<Worker> workers, Optional<Offer.Kind> kind, long offered, long own, long taken, long done) {

    /** Of a ledger that nobody shares. */
    public static final Crew NOBODY = new Crew(List.of(), Optional.empty(), 0, 0, 0, 0);

    /**
     * A worker.
     *
     * @param refusal why it takes nothing; blank where it does
     * @param done how many pieces it did since it began
     * @param silent for how many seconds it has said nothing
     * @param pieces those that it has, those that it has had longest first
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

    private static final String PIECES =
            """
            select max(o.kind), count(case when state = 'OPEN' then 1 end), count(case when state = 'TAKEN' and worker = '' then 1 end),
                   count(case when state = 'TAKEN' and worker <> '' then 1 end), count(case when state = 'DONE' and worker <> '' then 1 end)
            from work_piece p join work_offer o on o.offer = p.offer
            where o.holder in (%s)
            """
                    .formatted(SharedDatabase.HOLDER);

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
        Sql sql = new Sql(source);
        List<Worker> workers = sql.query(
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
                        row.getLong(9)));
        return sql.query(
                        PIECES,
                        row -> new Crew(
                                workers,
                                Optional.ofNullable(row.getString(1)).map(Offer.Kind::valueOf),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5)))
                .get(0);
    }

    /** The worker that has had a piece for longest. */
    public Optional<Worker> slowest() {
        return workers.stream().filter(one -> !one.pieces().isEmpty()).max(Comparator.comparing(Worker::longest));
    }

    /** For whom the run waits: it has nothing left to do itself. */
    public Optional<Worker> awaited() {
        return offered + own == 0 ? slowest() : Optional.empty();
    }
}
