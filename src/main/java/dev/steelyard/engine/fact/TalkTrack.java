package dev.steelyard.engine.fact;

import dev.steelyard.engine.dataset.KnownDataset;

/**
 * What may be said to a customer 话术: an entry of the company's library.
 *
 * @param productLine the product line that it is for; blank for all
 * @param department the department that it is for; blank for all
 */
public record TalkTrack(String talkId, String productLine, String department, String text) {

    /** The register of talk tracks. */
    public static final KnownDataset<TalkTrack> DATASET = KnownDataset.of("talk_tracks", TalkTrack.class);
}
