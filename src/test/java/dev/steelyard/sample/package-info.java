/**
 * Companies that nobody works for: the committed samples, a national month of any size, and small ones of chance.
 * Seeded, without clock, locale or zone; everything here writes exports and knows nothing of the engine.
 */
package dev.steelyard.sample;
