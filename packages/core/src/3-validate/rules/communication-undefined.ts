import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { blocksOf, rule } from "../rule.ts";

/** A way to talk that is a kind of block is described by a block of that kind. */
export const communicationUndefined = rule("communication-undefined", "microservice_pattern", (block, _, model) => {
  const kind = block.communication?.async;
  if (!block.communication || kind !== "message_queue" || blocksOf(model).some((one) => one.kind === kind)) return;
  return kindProblems.communicationUndefined({ kind }).at(spanOf(block.communication, "async"));
});
