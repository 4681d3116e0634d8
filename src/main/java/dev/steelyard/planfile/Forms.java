package dev.steelyard.planfile;

import dev.steelyard.calendar.Window;
import dev.steelyard.plan.Curve;
import dev.steelyard.plan.Facts;
import dev.steelyard.plan.Measure;
import dev.steelyard.plan.Where;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types with a written form of their own, and what stands for what is left out. */
final class Forms {

    private static final Map<Class<?>, Form<?>> BY_TYPE = Map.of(
            Where.class, new WhereForm(),
            Facts.class, new FactsForm(),
            Curve.class, new CurveForm(),
            Measure.class, new MeasureForm());

    private static final Map<Class<?>, Object> ABSENT = Map.of(
            boolean.class, false,
            Where.class, Where.ALWAYS,
            Window.class, Window.PERIOD,
            Measure.Over.class, Measure.Over.SELF);

    private Forms() {}

    static Optional<Form<?>> of(Class<?> type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** The value of a component that is not written; empty where it must be. */
    static Optional<Object> absent(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type raw = generic.getRawType();
            return Optional.of(raw == Optional.class ? Optional.empty() : raw == List.class ? List.of() : Map.of());
        }
        return Optional.ofNullable(ABSENT.get((Class<?>) type));
    }
}
