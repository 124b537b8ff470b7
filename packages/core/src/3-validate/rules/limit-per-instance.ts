import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { instancesOf } from "../instances.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A limit per instance admits its rate once for each instance: with n of them n times as much. */
export const limitPerInstance = rule("limit-per-instance", "load_balancer", ({ rateLimiting: limiting }, component) => {
  const instances = instancesOf(component);
  if (!limiting?.enabled || limiting.per !== "instance" || instances === undefined || instances < 2) return;
  const { count, per } = limiting.requestsPerSecond;
  const seconds = per / 1_000_000;
  const each = seconds === 1 ? `${count} per second` : `${count} in ${seconds} s`;
  const all = seconds === 1 ? `${count * instances} per second` : `${count * instances} in ${seconds} s`;
  return ruleProblems.limitPerInstance({ each, instances, all }).at(spanOf(limiting, "requestsPerSecond"));
});
