import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** Of the protocols only raft is what an engine that dpm knows can be configured with; where none can, that is said. */
export const protocolOnlyVerified = rule("protocol-only-verified", "consistency", (block) =>
  block.type === "paxos"
    ? kindProblems.protocolOnlyVerified({ type: block.type }).at(spanOf(block, "type"))
    : undefined,
);
