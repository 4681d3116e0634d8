package dev.steelyard.app.cases;

import dev.steelyard.engine.fact.TalkTrack;
import dev.steelyard.engine.insight.alert.Alert;
import dev.steelyard.engine.insight.alert.Breach;
import dev.steelyard.engine.run.RunResult;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Alerts and breaches as cases write them. */
final class AlertCells {

    static final List<String> COLUMNS = List.of(
            "employee_id",
            "alert",
            "visits",
            "low",
            "customers",
            "talk_tracks",
            "before",
            "now",
            "deducted",
            "grade",
            "product_id");

    static final List<String> BREACH_COLUMNS = List.of("employee_id", "visit_id", "day", "customer_id", "product_id");

    private AlertCells() {}

    static List<Map<String, String>> alerts(RunResult result) {
        return result.alerts().of(result.book().cards()).stream()
                .map(AlertCells::of)
                .toList();
    }

    private static Map<String, String> of(Alert alert) {
        Map<String, String> cells = new HashMap<>();
        COLUMNS.forEach(column -> cells.put(column, ""));
        cells.put("employee_id", alert.employee().id());
        cells.put("alert", alert.kind().name().toLowerCase(Locale.ROOT));
        if (alert instanceof Alert.LowPotential low) {
            cells.put("visits", Long.toString(low.visits().all()));
            cells.put("low", Long.toString(low.visits().low()));
            cells.put(
                    "customers",
                    low.instead().stream()
                            .map(customer -> customer.customerId() + " " + customer.visits())
                            .collect(Collectors.joining("; ")));
            cells.put(
                    "talk_tracks",
                    low.talkTracks().stream().map(TalkTrack::talkId).collect(Collectors.joining(" ")));
        } else if (alert instanceof Alert.Falling falling) {
            cells.put("before", falling.before().toString());
            cells.put("now", falling.now().toString());
        } else if (alert instanceof Alert.NearCap near) {
            cells.put("deducted", near.deducted().toString());
            cells.put("grade", near.grade());
        } else if (alert instanceof Alert.GradeCapped capped) {
            cells.put("deducted", capped.deducted().toString());
            cells.put("grade", capped.grade());
        } else if (alert instanceof Alert.Suspended suspended) {
            cells.put("product_id", suspended.suspension().productId());
        }
        return cells;
    }

    static List<Map<String, String>> breaches(RunResult result) {
        return result.breaches().stream().map(AlertCells::of).toList();
    }

    private static Map<String, String> of(Breach breach) {
        return Map.of(
                "employee_id",
                breach.employee().id(),
                "visit_id",
                breach.visitId(),
                "day",
                breach.day().toString(),
                "customer_id",
                breach.customerId(),
                "product_id",
                breach.suspension().productId());
    }
}
