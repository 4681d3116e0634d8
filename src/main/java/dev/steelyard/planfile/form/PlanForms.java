package dev.steelyard.planfile.form;

import dev.steelyard.calendar.Window;
import dev.steelyard.plan.Curve;
import dev.steelyard.plan.Facts;
import dev.steelyard.plan.Indicator;
import dev.steelyard.plan.Measure;
import dev.steelyard.plan.Pay;
import dev.steelyard.plan.Where;
import dev.steelyard.planfile.yaml.Forms;
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
