/**
 * Verbs about an installation: doctor, verify, ledger copy.
 *
 * <p>In: a folder, a ledger. Out: what is sound and what is not, with the command that helps. Never imports: {@code period}, {@code schedule}.
 */
package dev.steelyard.app.cli.install;
