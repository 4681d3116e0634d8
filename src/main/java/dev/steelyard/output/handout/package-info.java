/**
 * Hands a published edition out: to each reader the files that are theirs, below a folder of their own, for their group or
 * under their password.
 *
 * <p>In: a published folder and who reads what. Out: the readers' folders, whole or not at all, and the list of who got
 * what. Never imports: a database, plan files, Spring, POI.
 */
package dev.steelyard.output.handout;
