import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { blockRule } from "../rule.ts";
import type { EventDrivenPattern } from "../../blocks/event_driven_pattern.ts";
import type { AnyBlock } from "../../2-normalize/model.ts";

/** A framework that sources events must be able to read those of one aggregate: Axon cannot from Kafka. */
export const incompatiblePair = blockRule("incompatible-pair", (block) => {
  if (!isEventDriven(block) || block.eventStore !== "kafka" || block.sagaCoordinator !== "axon") return;
  return dataProblems.incompatiblePair().at(spanOf(block, "eventStore"));
});

function isEventDriven(block: AnyBlock): block is EventDrivenPattern {
  return block.kind === "event_driven_pattern";
}
