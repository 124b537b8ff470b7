import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf, written } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** Written weights should differ, for only their proportions count. */
export const weightWithoutEffect = rule("weight-without-effect", "load_balancer", ({ servers = [] }) => {
  const [one] = servers;
  if (!one || one.weight === 1 || !written(one, "weight")) return;
  if (!servers.every((server) => server.weight === one.weight)) return;
  return ruleProblems.weightWithoutEffect({ weight: one.weight }).at(spanOf(one, "weight"));
});
