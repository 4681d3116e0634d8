package dev.steelyard.app.worker;

/** Why a worker takes nothing of what a run offers. */
public enum OfferRefusal {
    /** The run is another engine's. */
    ENGINE("engine"),
    /** Its folder is not the run's: what the run is calculated from is not there. */
    FOLDER("folder"),
    /** Rebuilt here it is another run: other questions of the rows, other pages, another Java. */
    OTHERWISE("otherwise"),
    /** Its work failed here; the run meets the failure itself, or does not. */
    FAILED("failed");

    private final String code;

    OfferRefusal(String code) {
        this.code = code;
    }

    /** As other machines and programs read it. */
    public String code() {
        return code;
    }
}
