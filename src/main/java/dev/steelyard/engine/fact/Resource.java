package dev.steelyard.engine.fact;

import dev.steelyard.engine.dataset.KnownDataset;

/**
 * Something that helps with an indicator 资源包.
 *
 * @param resource what it is
 * @param contact whom to ask; blank where the export does not say
 */
public record Resource(String resourceId, String indicator, String resource, String contact) {

    public static final KnownDataset<Resource> DATASET = KnownDataset.of("resources", Resource.class);
}
