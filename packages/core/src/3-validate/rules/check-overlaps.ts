import type { BlockKinds } from "../../blocks/index.gen.ts";
import type { AnyBlock } from "../../2-normalize/model.ts";
import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { blockRule } from "../rule.ts";

/** A health check must end before the next begins: timeout < interval. */
export const checkOverlaps = blockRule("check-overlaps", (block) => {
  const check = isChecked(block) ? block.healthCheck : undefined;
  if (!check?.enabled || check.timeout < check.interval) return;
  const params = { timeout: printDuration(check.timeout), interval: printDuration(check.interval) };
  return ruleProblems.checkOverlaps(params).at(spanOf(check, "timeout"));
});

function isChecked(block: AnyBlock): block is BlockKinds["load_balancer" | "service_discovery"] {
  return block.kind === "load_balancer" || block.kind === "service_discovery";
}
