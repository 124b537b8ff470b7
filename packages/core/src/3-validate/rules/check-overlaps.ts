import type { BlockKinds } from "../../blocks/index.gen.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import type { AnyBlock } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { blockRule } from "../rule.ts";

/** A health check must end before the next begins: timeout < interval. T09 of docs/rules.md. */
export const checkOverlaps = blockRule("check-overlaps", (block) =>
  checksOf(block).flatMap(({ check, every }): readonly Diagnostic[] => {
    if (check.timeout < every) return [];
    const params = { timeout: printDuration(check.timeout), interval: printDuration(every) };
    return [ruleProblems.checkOverlaps(params).at(spanOf(check, "timeout"))];
  }),
);

interface Repeated {
  readonly check: { readonly timeout: number };
  readonly every: number;
}

/** All that is asked again and again. */
function checksOf(block: AnyBlock): readonly Repeated[] {
  const check = isChecked(block) ? block.healthCheck : undefined;
  const checks = check?.enabled ? [{ check, every: check.interval }] : [];
  const probes = isProbed(block) ? [block.livenessProbe, block.readinessProbe, block.startupProbe] : [];
  return [...checks, ...probes.flatMap((probe) => (probe ? [{ check: probe, every: probe.period }] : []))];
}

type Checked = BlockKinds["load_balancer" | "adaptive_load_balancer" | "service_discovery"];

function isChecked(block: AnyBlock): block is Checked {
  return ["load_balancer", "adaptive_load_balancer", "service_discovery"].includes(block.kind);
}

function isProbed(block: AnyBlock): block is BlockKinds["deploy_kubernetes"] {
  return block.kind === "deploy_kubernetes";
}
