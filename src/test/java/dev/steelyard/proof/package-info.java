/**
 * Proofs: what must hold of the whole engine, whatever the company, the export, the machine or the moment of a kill.
 *
 * <p>Short forms run with every build; {@code mvn verify -Pcampaign} takes many more seeds and dies at every occasion. A failure
 * names its seed: {@code -Dproof.seeds=17..17} runs it alone. {@code -Dgolden.update=true} rewrites what is expected.
 */
package dev.steelyard.proof;
