package dev.steelyard.input.planfile.form;

import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.plan.Curve;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Pay;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.input.planfile.yaml.Forms;
import java.util.Map;

/** The written forms of plans, and what stands for what a plan leaves out. */
public final class PlanForms {

    public static final Forms ALL = new Forms(
            Map.of(
                    Where.class, new WhereForm(),
                    Facts.class, new FactsForm(),
                    Curve.class, new CurveForm(),
                    Measure.class, new MeasureForm()),
            Map.of(
                    boolean.class, false,
                    Where.class, Where.ALWAYS,
                    Window.class, Window.PERIOD,
                    Measure.Over.class, Measure.Over.SELF),
            Map.of(Indicator.class, Guards::indicator, Pay.Commission.class, Guards::commission));

    private PlanForms() {}
}
