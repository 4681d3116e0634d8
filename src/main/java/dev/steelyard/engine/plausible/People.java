package dev.steelyard.engine.plausible;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** The people whom rows of an export name, numbered as they come. */
final class People {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();

    int of(String id) {
        Integer number = numbers.putIfAbsent(id, ids.size());
        if (number == null) {
            ids.add(id);
            return ids.size() - 1;
        }
        return number;
    }

    /** Those who have rows in a month, by their ids: these read the figures that are there when they are asked. */
    InMonth of(OwnFigures own) {
        String[] sorted = new String[own.size() - 1];
        for (int place = 1; place < own.size(); place++) {
            sorted[place - 1] = ids.get(own.person(place));
        }
        Arrays.sort(sorted);
        int[] places = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            places[i] = own.place(numbers.get(sorted[i]));
        }
        return new InMonth(sorted, places, own);
    }

    /**
     * Of one month.
     *
     * @param ids sorted
     * @param places place among the ids → place of their figures
     */
    record InMonth(String[] ids, int[] places, OwnFigures own) {

        private <V> Map<String, V> by(IntFunction<V> figure) {
            return new ByPerson<>(ids, i -> figure.apply(places[i]));
        }

        Map<String, BigDecimal> sums() {
            return by(own::sum);
        }

        Map<String, BigDecimal> tops() {
            return by(own::top);
        }

        /** With those of nobody, where there are any, under a blank. */
        Map<String, Copies> copies() {
            if (own.copies(OwnFigures.NOBODY).rows() == 0) {
                return by(own::copies);
            }
            String[] all = new String[ids.length + 1];
            all[0] = "";
            System.arraycopy(ids, 0, all, 1, ids.length);
            return new ByPerson<>(all, i -> own.copies(i == 0 ? OwnFigures.NOBODY : places[i - 1]));
        }
    }
}
