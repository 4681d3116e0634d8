package dev.steelyard.engine.fact;

import dev.steelyard.engine.fact.Column.Type;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The columns that the engine itself reads by name, whatever a plan says: look-ups, events, decisions, certifications. An
 * exports file must declare them wherever it has the dataset; everything else is the plan's choice.
 */
public final class EngineColumns {

    private static final Map<String, Set<Type>> KINDS = Map.of(
            "text", EnumSet.of(Type.TEXT, Type.CHOICE),
            "number", EnumSet.of(Type.NUMBER, Type.AMOUNT, Type.PERCENT),
            "day", EnumSet.of(Type.DATE, Type.DATE_TIME),
            "date_time", EnumSet.of(Type.DATE_TIME),
            "period", EnumSet.of(Type.PERIOD),
            "list", EnumSet.of(Type.LIST),
            "yes_no", EnumSet.of(Type.YES_NO));

    private static final String ALL =
            """
            employees: employee_id text, name text, track text, team text, region text, leads list, hire_date day
            employees: leave_date day, regular_date day, monthly_salary number, cost_center text, manager_id text
            targets: subject_type text, subject text, indicator text, period period, target number, prorate yes_no
            products: product_id text, product_name text, line text, lifecycle text, launch_date day
            customers: customer_id text, customer_name text, region text, potential text
            visits: visit_id text, visited_at date_time, employee_id text, customer_id text, department text
            visits: difficulty text, complete yes_no
            market_share: period period, region text, share number
            compliance_events: event_id text, event_date day, employee_id text, kind text, severity text, status text
            compliance_events: verified_date day, evidence text
            exams: employee_id text, date day, kind text, product_id text, passed yes_no
            mentoring: pair_id text, mentor_id text, mentee_id text, kind text, start_date day, end_date day
            feedback: date day, to_employee_id text, kind text, text text
            resources: resource_id text, indicator text, resource text, contact text
            requests: topic text
            insights: insight_id text, date day, source text, topic text, product_line text, note text
            actions: action_id text, owner_id text, goal text, action text, due_date day, status text
            talk_tracks: talk_id text, product_line text, department text, text text
            calibrations: decision_id text, decided_date day, subject_type text, subject text, indicator text
            calibrations: period period, new_target number, reason text, approvers list, prorate yes_no
            assignments: employee_id text, from day, to day, track text, team text, region text, leads list
            splits: order_line_id text, employee_id text, share number
            customer_assignments: customer_id text, employee_id text, from day, to day, product_line text, share number
            price_events: event_id text, product_id text, region text, date day, kind text, old_price number
            price_events: new_price number
            adjustments: adjustment_id text, employee_id text, period period, kind text, amount number, reason text
            adjustments: approvers list, decided_date day
            leave: leave_id text, employee_id text, kind text, from day, to day, half_day yes_no
            appeals: appeal_id text, employee_id text, period period, indicator text, decision text
            appeals: submitted_at day, claim text, evidence text, decided_at date_time, decided_by text
            appeals: decision_reason text, effect text, effect_value number
            """;

    private static final Map<String, Map<String, Set<Type>>> BY_DATASET = parse();

    private EngineColumns() {}

    /** Column → the types that will do; empty for a dataset that only plans read. */
    public static Map<String, Set<Type>> of(String dataset) {
        return BY_DATASET.getOrDefault(dataset, Map.of());
    }

    private static Map<String, Map<String, Set<Type>>> parse() {
        Map<String, Map<String, Set<Type>>> parsed = new LinkedHashMap<>();
        ALL.lines().forEach(line -> {
            String[] parts = line.split(": ");
            Map<String, Set<Type>> columns = parsed.computeIfAbsent(parts[0], dataset -> new LinkedHashMap<>());
            for (String column : parts[1].split(", ")) {
                String[] words = column.split(" ");
                columns.put(words[0], KINDS.get(words[1]));
            }
        });
        return parsed;
    }
}
