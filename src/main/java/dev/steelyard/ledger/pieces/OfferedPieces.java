package dev.steelyard.ledger.pieces;

import dev.steelyard.ledger.database.SharedDatabase;
import dev.steelyard.ledger.database.Sql;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Pieces of a run as its holder sees them, who offers them and does some himself. */
public final class OfferedPieces {

    /** Where nobody else holds the ledger, this is the holder's own session. */
    private static final String HOLDER = "(" + SharedDatabase.HOLDER + ")";

    /** What the same thread took before is done. */
    private static final String TAKE =
            """
            with before as (
                update work_piece set state = 'DONE' where offer = ? and piece = ? and state = 'TAKEN' and worker = ''),
            next as (
                select p.offer, p.piece, coalesce(w.host || ' ' || w.pid, p.worker) as taker from work_piece p
                left join work_worker w on w.worker = p.worker
                where p.offer = ?
                  and (p.state = 'OPEN' or p.state = 'TAKEN' and p.worker <> ''
                       and (coalesce(w.seen, p.taken_at) < clock_timestamp() - ? * interval '1 millisecond'
                            or p.taken_at < clock_timestamp() - ? * interval '1 millisecond'))
                order by p.state, p.piece
                limit 1
                for update of p skip locked)
            update work_piece p set state = 'TAKEN', worker = '', turn = turn + 1, taken_at = clock_timestamp()
            from next
            where p.offer = next.offer and p.piece = next.piece
            returning p.piece, next.taker
            """;

    /**
     * A piece that the run's own process took.
     *
     * @param from the worker that had it; blank where nobody did
     */
    public record Own(int piece, String from) {}

    /**
     * A piece that a worker did.
     *
     * @param name of what it came to, where that lies in a file
     */
    public record Done(int piece, String worker, String name) {}

    private final Sql sql;
    private final Pace pace;
    private final Offer offer;

    private OfferedPieces(Sql sql, Pace pace, Offer offer) {
        this.sql = sql;
        this.pace = pace;
        this.offer = offer;
    }

    /** How many workers there are: of another engine too, which say so as soon as something is offered. */
    public static int workers(DataSource ledger, Pace pace) {
        return new Sql(ledger)
                .query(
                        "select count(*) from work_worker where seen > clock_timestamp() - ? * interval '1 millisecond'",
                        row -> row.getInt(1),
                        pace.lapse().toMillis())
                .get(0);
    }

    /**
     * Withdraws what runs offered that were killed, for the holder is alone: the server may give its session the number of theirs.
     *
     * @param ledger the ledger that the run holds
     */
    public static void withdrawFormer(DataSource ledger) {
        new Sql(ledger).transaction(connection -> {
            try (PreparedStatement former = connection.prepareStatement("delete from work_offer")) {
                former.executeUpdate();
            }
        });
    }

    /**
     * Offers pieces, once those of former runs are withdrawn.
     *
     * @param ledger the ledger that the run holds
     */
    public static OfferedPieces of(DataSource ledger, Pace pace, Offer what, Collection<Integer> pieces) {
        String id = UUID.randomUUID().toString();
        Sql sql = new Sql(ledger);
        sql.transaction(connection -> {
            try (PreparedStatement gone = connection.prepareStatement(
                    "delete from work_worker where seen < clock_timestamp() - interval '1 day'")) {
                gone.executeUpdate();
            }
            try (PreparedStatement offered = connection.prepareStatement(
                    """
                    insert into work_offer (offer, run, kind, job, period, recipe, engine, holder, offered_at)
                    values (?, ?, ?, ?, ?, ?, ?, %s, clock_timestamp())
                    """
                            .formatted(HOLDER))) {
                List<String> cells = List.of(
                        id, what.run(), what.kind().name(), what.job(), what.period(), what.recipe(), what.engine());
                for (int i = 0; i < cells.size(); i++) {
                    offered.setString(i + 1, cells.get(i));
                }
                offered.executeUpdate();
            }
            try (PreparedStatement open = connection.prepareStatement(
                    """
                    insert into work_piece (offer, piece, state, worker, turn)
                    select ?, piece, 'OPEN', '', 0 from unnest(?) as piece
                    """)) {
                open.setString(1, id);
                open.setArray(2, connection.createArrayOf("integer", pieces.toArray()));
                open.executeUpdate();
            }
        });
        return new OfferedPieces(
                sql,
                pace,
                new Offer(id, what.run(), what.kind(), what.job(), what.period(), what.recipe(), what.engine()));
    }

    /**
     * Takes a piece that nobody has, or that somebody has who is silent, or who has had it for long; empty where there is none at this
     * moment.
     *
     * @param before what was taken before by whoever takes, who did it; -1 where nothing was
     */
    public Optional<Own> take(int before) {
        return sql
                .query(
                        TAKE,
                        row -> new Own(row.getInt(1), row.getString(2)),
                        offer.id(),
                        before,
                        offer.id(),
                        pace.lapse().toMillis(),
                        pace.patience().toMillis())
                .stream()
                .findFirst();
    }

    /** The pieces that workers did, so far. */
    public List<Done> done() {
        return sql.query(
                """
                select p.piece, p.turn, coalesce(w.host || ' ' || w.pid, p.worker) from work_piece p
                left join work_worker w on w.worker = p.worker
                where p.offer = ? and p.state = 'DONE' and p.worker <> ''
                """,
                row -> new Done(row.getInt(1), row.getString(3), new Taken(offer, row.getInt(1), row.getInt(2)).name()),
                offer.id());
    }

    /** Nothing of it is to be done any more. */
    public void withdraw() {
        sql.transaction(connection -> {
            try (PreparedStatement over = connection.prepareStatement("delete from work_offer where offer = ?")) {
                over.setString(1, offer.id());
                over.executeUpdate();
            }
        });
    }
}
