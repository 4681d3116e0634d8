/**
 * Looks whether an installation is fit to work, before it fails at night.
 *
 * <p>In: its folders, its ledger, its environment and the time. Out: findings, each good, to be looked at or wrong, named so that
 * the command line has words and a remedy for each. Never mends anything, and never shows a secret.
 */
package dev.steelyard.app.doctor;
