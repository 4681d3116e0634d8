package dev.steelyard.engine.insight.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A customer who is worth more visits 待拜访客户.
 *
 * @param name blank where the register has none
 * @param visits by anybody of the company in the period
 * @param own by the person it is shown to
 */
public record CustomerToSee(String customerId, String name, long visits, long own) {

    /**
     * Who of a manager's people goes to which customer: each customer to one person, of those to whom it is named whoever has the fewest;
     * whoever is left without one goes to the first that is named to them.
     *
     * @return employee id → customers; of people to whom none is named nothing
     */
    public static Map<String, List<CustomerToSee>> split(List<Alert> alerts) {
        List<Alert.LowPotential> low = alerts.stream()
                .filter(Alert.LowPotential.class::isInstance)
                .map(Alert.LowPotential.class::cast)
                .toList();
        Map<String, List<CustomerToSee>> split = new LinkedHashMap<>();
        Map<String, CustomerToSee> customers = new LinkedHashMap<>();
        for (Alert.LowPotential alert : low) {
            split.put(alert.employee().id(), new ArrayList<>());
            alert.instead().forEach(customer -> customers.putIfAbsent(customer.customerId(), customer));
        }
        customers.values().forEach(customer -> low.stream()
                .filter(alert -> alert.instead().stream()
                        .anyMatch(one -> one.customerId().equals(customer.customerId())))
                .map(alert -> split.get(alert.employee().id()))
                .min(Comparator.comparingInt(List::size))
                .ifPresent(fewest -> fewest.add(customer)));
        for (Alert.LowPotential alert : low) {
            List<CustomerToSee> own = split.get(alert.employee().id());
            if (own.isEmpty()) {
                alert.instead().stream().limit(1).forEach(own::add);
            }
        }
        split.values().removeIf(List::isEmpty);
        return split;
    }
}
