/**
 * Facts: what the rows of each dataset say that the engine itself knows, a record a dataset, its columns declared nowhere else.
 *
 * <p>In: rows. Out: records of them, and which columns an exports file must declare. Never imports: any floor above {@code dataset}, a
 * reader, a framework.
 */
package dev.steelyard.engine.fact;
