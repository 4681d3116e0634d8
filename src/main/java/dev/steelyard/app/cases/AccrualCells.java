package dev.steelyard.app.cases;

import dev.steelyard.engine.pay.Accrual;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.words.Words;
import java.util.List;
import java.util.Map;

/** Accruals as cases write them. */
final class AccrualCells {

    static final List<String> COLUMNS =
            List.of("employee_id", "team", "period", "component", "basis", "rate", "amount", "note");

    private AccrualCells() {}

    static List<Map<String, String>> of(List<Accrual> accruals) {
        return accruals.stream().map(AccrualCells::of).toList();
    }

    private static Map<String, String> of(Accrual accrual) {
        return Map.of(
                "employee_id", accrual.employee().id(),
                "team", accrual.employee().team(),
                "period", accrual.period().toString(),
                "component", accrual.component().code(),
                "basis", accrual.basis().plain(),
                "rate", accrual.rate().map(Fraction::plain).orElse(""),
                "amount", accrual.amount().toString(),
                "note", Words.in("en").say(accrual.note()));
    }
}
