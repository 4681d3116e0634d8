package dev.steelyard.engine.insight.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.register.Doubt;
import dev.steelyard.engine.register.Employee;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A manager reads each customer once, beside one person. */
class CustomersSplitTest {

    @Test
    void eachCustomerGoesToWhoHasTheFewest() {
        assertThat(split(low("E1", "C1", "C2", "C3"), low("E2", "C1", "C2", "C3")))
                .isEqualTo(Map.of("E1", List.of("C1", "C3"), "E2", List.of("C2")));
    }

    @Test
    void nobodyIsSentToACustomerWhoWasNotNamedToThem() {
        assertThat(split(low("E1", "C1"), low("E2", "C2", "C1"), low("E3")))
                .isEqualTo(Map.of("E1", List.of("C1"), "E2", List.of("C2")));
    }

    @Test
    void whoIsLeftWithoutOneGoesAlong() {
        assertThat(split(low("E1", "C1"), low("E2", "C1"))).isEqualTo(Map.of("E1", List.of("C1"), "E2", List.of("C1")));
    }

    private static Map<String, List<String>> split(Alert... alerts) {
        return CustomerToSee.split(List.of(alerts)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().stream()
                        .map(CustomerToSee::customerId)
                        .toList()));
    }

    private static Alert low(String id, String... customers) {
        Employee person = new Employee(
                0,
                id,
                id,
                "mature",
                "T1",
                "East",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                null,
                new Doubt(List.of(), Set.of()));
        return new Alert.LowPotential(
                person,
                new FieldWork.Visits(10, 8),
                Stream.of(customers)
                        .map(customer -> new CustomerToSee(customer, customer, 0, 0))
                        .toList(),
                List.of());
    }
}
