/**
 * The log: what the installation did, when, for how long and how it ended, for whoever keeps it running.
 *
 * <p>In: events of this house's loggers and of the libraries'. Out: lines of {@code output/logs/steelyard.log}, text or JSON. Never
 * holds names, ids or amounts: of failures and of libraries it repeats no message.
 */
package dev.steelyard.app.cli.log;
