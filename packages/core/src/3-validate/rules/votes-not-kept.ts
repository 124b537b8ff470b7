import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { wordsOf } from "../../2-normalize/names.ts";
import { keySpanOf, spanOf } from "../../2-normalize/origin.ts";
import { consensusOf } from "../quorums.ts";
import { rule } from "../rule.ts";

/** What a node has voted for must outlive its container: its service has a volume. */
export const votesNotKept = rule("votes-not-kept", "deploy_docker_compose", (block, component) => {
  const protocol = consensusOf(component);
  const own = block.services.find((one) => wordsOf(one.name) === wordsOf(component.name));
  if (!protocol || !own || [...(block.volumes ?? []), ...(own.volumes ?? [])].length > 0) return;
  const params = { type: protocol.type, volume: `${component.serviceName}-data` };
  return dataProblems.votesNotKept(params).at(spanOf(own, "name") ?? keySpanOf(block));
});
