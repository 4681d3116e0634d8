/**
 * Whether what was delivered can be what was meant: profiles of exports, month by month, and the rules that hold them against
 * each other.
 *
 * <p>In: rows as they are read, the job's rules, the profiles of earlier months. Out: findings, and those that somebody
 * accepted. Never imports: any floor above {@code register}, a reader, a file, a framework.
 */
package dev.steelyard.engine.plausible;
