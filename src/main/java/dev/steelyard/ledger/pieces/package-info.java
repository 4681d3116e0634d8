/**
 * The pieces of a run that several machines do: who offers them, who works, who has which. Only on a PostgreSQL; every moment is the
 * database's own.
 *
 * <p>In: what is offered, who takes. Out: who has a piece, and whether what he says of it counts. Never imports: {@code records},
 * {@code status}, {@code batch}, {@code cli}, Spring.
 */
package dev.steelyard.ledger.pieces;
