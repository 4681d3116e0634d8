package dev.steelyard.app.worker;

/** Why a worker takes nothing of what a run offers. */
public enum OfferRefusal {
    /** The run is another engine's. */
    ENGINE("engine"),
    /** Its folder is not the run's: what the run is calculated from is not there. */
    FOLDER("folder"),
    /** Rebuilt here, the run asks otherwise. */
    OTHERWISE("otherwise"),
    /** Measuring failed here; the run meets the failure itself, or does not. */
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
