package dev.steelyard.engine.insight.alert;

/**
 * A customer who is worth more visits 待拜访客户.
 *
 * @param name blank where the register has none
 * @param visits by anybody of the company in the period
 * @param own by the person it is shown to
 */
public record CustomerToSee(String customerId, String name, long visits, long own) {}
