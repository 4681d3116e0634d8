package dev.steelyard.engine.fact;

import dev.steelyard.engine.dataset.DatasetColumn.Type;
import dev.steelyard.engine.dataset.KnownDataset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns that the engine itself reads by name, whatever a plan says: look-ups, events, decisions, certifications. An
 * exports file must declare them wherever it has the dataset; everything else is the plan's choice.
 */
public final class EngineColumns {

    /** Every dataset of which there is a record. */
    private static final Map<String, KnownDataset<?>> DATASETS = List.of(
                    EmployeeRow.DATASET,
                    TargetRow.DATASET,
                    Product.DATASET,
                    Customer.DATASET,
                    Visit.DATASET,
                    PublishedShare.DATASET,
                    ComplianceEvent.DATASET,
                    Exam.DATASET,
                    Mentorship.DATASET,
                    Feedback.DATASET,
                    Resource.DATASET,
                    Request.DATASET,
                    Note.DATASET,
                    Action.DATASET,
                    TalkTrack.DATASET,
                    CalibrationRow.DATASET,
                    Assignment.DATASET,
                    SplitRow.DATASET,
                    CustomerAssignment.DATASET,
                    PriceEvent.DATASET,
                    Adjustment.DATASET,
                    Leave.DATASET,
                    AppealRow.DATASET)
            .stream()
            .collect(Collectors.toUnmodifiableMap(KnownDataset::name, Function.identity()));

    private EngineColumns() {}

    /** Column → the types that will do; empty for a dataset that only plans read. */
    public static Map<String, Set<Type>> of(String dataset) {
        KnownDataset<?> known = DATASETS.get(dataset);
        return known == null ? Map.of() : known.columns();
    }
}
