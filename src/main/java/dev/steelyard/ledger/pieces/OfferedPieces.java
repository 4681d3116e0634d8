package dev.steelyard.ledger.pieces;

import dev.steelyard.ledger.database.SharedDatabase;
import dev.steelyard.ledger.database.Sql;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import javax.sql.DataSource;

/** Pieces of a run as its holder sees them, who offers them and does some himself. */
public final class OfferedPieces {

    /** Where nobody else holds the ledger, this is the holder's own session. */
    private static final String HOLDER = "(" + SharedDatabase.HOLDER + ")";

    private static final String TAKE =
            """
            update work_piece set state = 'TAKEN', worker = '', turn = turn + 1, taken_at = clock_timestamp()
            where (offer, piece) in (
                select p.offer, p.piece from work_piece p
                left join work_worker w on w.worker = p.worker
                where p.offer = ?
                  and (p.state = 'OPEN' or p.state = 'TAKEN' and p.worker <> ''
                       and (coalesce(w.seen, p.taken_at) < clock_timestamp() - ? * interval '1 millisecond'
                            or p.taken_at < clock_timestamp() - ? * interval '1 millisecond'))
                order by p.state, p.piece
                limit 1
                for update of p skip locked)
            returning piece
            """;

    /** Whether a worker did the piece. */
    public record Done(int piece, String worker) {}

    private final Sql sql;
    private final Pace pace;
    private final String offer;

    private OfferedPieces(Sql sql, Pace pace, String offer) {
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
     * Offers pieces, and withdraws whatever was offered before: by runs that are over, for the holder is alone.
     *
     * @param ledger the ledger that the run holds
     */
    public static OfferedPieces of(DataSource ledger, Pace pace, Offer what, Collection<Integer> pieces) {
        String id = UUID.randomUUID().toString();
        Sql sql = new Sql(ledger);
        sql.transaction(connection -> {
            try (PreparedStatement former = connection.prepareStatement("delete from work_offer")) {
                former.executeUpdate();
            }
            try (PreparedStatement gone = connection.prepareStatement(
                    "delete from work_worker where seen < clock_timestamp() - interval '1 day'")) {
                gone.executeUpdate();
            }
            try (PreparedStatement offered = connection.prepareStatement(
                    """
                    insert into work_offer (offer, run, job, period, recipe, engine, holder, offered_at)
                    values (?, ?, ?, ?, ?, ?, %s, clock_timestamp())
                    """
                            .formatted(HOLDER))) {
                List<String> cells = List.of(id, what.run(), what.job(), what.period(), what.recipe(), what.engine());
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
        return new OfferedPieces(sql, pace, id);
    }

    /**
     * Takes a piece that nobody has, or that somebody has who is silent, or who has had it for long; empty where there is none at this
     * moment.
     */
    public OptionalInt take() {
        return sql
                .query(
                        TAKE,
                        row -> row.getInt(1),
                        offer,
                        pace.lapse().toMillis(),
                        pace.patience().toMillis())
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /** The pieces that workers did, so far. */
    public List<Done> done() {
        return sql.query(
                """
                select p.piece, coalesce(w.host || ' ' || w.pid, p.worker) from work_piece p
                left join work_worker w on w.worker = p.worker
                where p.offer = ? and p.state = 'DONE'
                """,
                row -> new Done(row.getInt(1), row.getString(2)),
                offer);
    }

    /** Nothing of it is to be done any more. */
    public void withdraw() {
        sql.transaction(connection -> {
            try (PreparedStatement over = connection.prepareStatement("delete from work_offer where offer = ?")) {
                over.setString(1, offer);
                over.executeUpdate();
            }
        });
    }
}
