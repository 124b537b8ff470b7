import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { facet } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { conditional } from "../conditional.ts";
import { rule } from "../rule.ts";

/** A slow network is no dead leader: E >= 10 · RTT, the round trip RTT being twice `max_network_delay`, as etcd advises. */
export const electionBelowDelay = rule("election-below-delay", "consistency", (block, component) => {
  const { electionTimeout: election } = block;
  if (election === undefined) return;
  const span = spanOf(block, "electionTimeout");
  const delay = facet(component, "verify_consistency")?.constraints?.maxNetworkDelay;
  const most = Math.floor(election / 20);
  if (delay === undefined) {
    const input = `\`verify_consistency ${component.name} { constraints: { max_network_delay: "${sourceDuration(most)}" } }\``;
    return conditional("election-below-delay", `\`max_network_delay\` <= ${printDuration(most)}`, input, span);
  }
  if (election >= 20 * delay) return;
  const params = {
    election: printDuration(election),
    roundTrip: printDuration(2 * delay),
    needed: sourceDuration(20 * delay),
  };
  return dataProblems.electionBelowDelay(params).at(span);
});
