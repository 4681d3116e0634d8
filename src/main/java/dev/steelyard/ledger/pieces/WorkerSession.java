package dev.steelyard.ledger.pieces;

import dev.steelyard.ledger.database.SharedDatabase;
import dev.steelyard.ledger.database.Sql;
import java.sql.PreparedStatement;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A worker as the others see it. What it says of a piece counts while the piece is its own and the run that offered it holds the ledger:
 * whoever was silent for too long, or serves a run that lost the ledger, is told that it does not.
 */
public final class WorkerSession implements AutoCloseable {

    /** Whether the run that offered a piece holds the ledger at this moment. */
    private static final String HELD = "o.holder in (" + SharedDatabase.HOLDER + ")";

    private static final String OFFER = "o.offer, o.run, o.kind, o.job, o.period, o.recipe, o.engine";

    private static final String TAKE =
            """
            with next as (
                select p.offer, p.piece from work_piece p
                join work_offer o on o.offer = p.offer
                left join work_worker w on w.worker = p.worker
                where o.offer = ? and %s
                  and (p.state = 'OPEN' or p.state = 'TAKEN' and p.worker <> ''
                       and coalesce(w.seen, p.taken_at) < clock_timestamp() - ? * interval '1 millisecond')
                order by p.piece
                limit 1
                for update of p skip locked)
            update work_piece p set state = 'TAKEN', worker = ?, turn = turn + 1, taken_at = clock_timestamp()
            from next
            where p.offer = next.offer and p.piece = next.piece
            returning p.piece, p.turn
            """
                    .formatted(HELD);

    private static final String SAY =
            """
            update work_piece p set state = ?, worker = ?
            from work_offer o
            where o.offer = p.offer and p.offer = ? and p.piece = ? and p.worker = ? and p.turn = ?
              and p.state = 'TAKEN' and %s
            returning p.piece
            """
                    .formatted(HELD);

    private static final String BEAT =
            """
            insert into work_worker (worker, host, pid, engine, threads, refusal, pieces, since, seen)
            values (?, ?, ?, ?, ?, ?, ?, clock_timestamp(), clock_timestamp())
            on conflict (worker) do update
            set refusal = excluded.refusal, pieces = excluded.pieces, seen = excluded.seen
            """;

    /** Who a worker is. */
    public record Who(String host, long pid, String engine, int threads) {}

    private final String id = UUID.randomUUID().toString();
    private final Sql sql;
    private final Pace pace;
    private final Who who;

    /** @param shared the database, without the lease */
    public WorkerSession(DataSource shared, Pace pace, Who who) {
        this.sql = new Sql(shared);
        this.pace = pace;
        this.who = who;
    }

    /**
     * Says that it is alive.
     *
     * @param refusal why it takes nothing; blank where it does
     * @param pieces how many it did
     */
    public void beat(String refusal, long pieces) {
        sql.transaction(connection -> {
            try (PreparedStatement said = connection.prepareStatement(BEAT)) {
                said.setString(1, id);
                said.setString(2, who.host());
                said.setLong(3, who.pid());
                said.setString(4, who.engine());
                said.setInt(5, who.threads());
                said.setString(6, refusal);
                said.setLong(7, pieces);
                said.executeUpdate();
            }
        });
    }

    /** What is offered at this moment, by a run that holds the ledger. */
    public Optional<Offer> offer() {
        return sql
                .query(
                        "select " + OFFER + " from work_offer o where " + HELD,
                        row -> new Offer(
                                row.getString(1),
                                row.getString(2),
                                Offer.Kind.valueOf(row.getString(3)),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7)))
                .stream()
                .findFirst();
    }

    /** Takes a piece that nobody has, or that somebody has who is silent. */
    public Optional<Taken> take(Offer offer) {
        return sql
                .query(
                        TAKE,
                        row -> new Taken(offer, row.getInt(1), row.getInt(2)),
                        offer.id(),
                        pace.lapse().toMillis(),
                        id)
                .stream()
                .findFirst();
    }

    /** Says that the piece is done, and whether that counts. */
    public boolean done(Taken taken) {
        return say("DONE", id, taken);
    }

    /** Gives the piece back for others. */
    public void giveBack(Taken taken) {
        say("OPEN", "", taken);
    }

    private boolean say(String state, String worker, Taken taken) {
        return !sql.query(
                        SAY, row -> row.getInt(1), state, worker, taken.offer().id(), taken.piece(), id, taken.turn())
                .isEmpty();
    }

    /** Leaves. */
    @Override
    public void close() {
        sql.transaction(connection -> {
            try (PreparedStatement gone = connection.prepareStatement("delete from work_worker where worker = ?")) {
                gone.setString(1, id);
                gone.executeUpdate();
            }
        });
    }
}
