import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { keySpanOf, written } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** Registries that know of a service only while it keeps a lease or a session alive. */
const leasing: readonly string[] = ["etcd", "zookeeper"];

/** A health check is asked for where the registry can check; where it cannot, a lease stands in for it. */
export const registryWithoutChecks = rule("registry-without-checks", "service_discovery", (block) => {
  const { registry, healthCheck } = block;
  if (!leasing.includes(registry) || !healthCheck?.enabled || !written(block, "healthCheck")) return;
  return kindProblems.registryWithoutChecks({ registry }).at(keySpanOf(block, "healthCheck"));
});
