import type { FaultTolerance } from "../blocks/fault_tolerance.ts";
import { facet, type Component } from "../2-normalize/model.ts";

/**
 * Whether somebody wants to know what the model does not tell: a proof is asked for, or some of the facts are there. To
 * everybody else a rule about facts would say the same of every block.
 */
export function isDescribed(block: FaultTolerance, component: Component): boolean {
  const facts = [block.load, block.capacity, block.latency, block.errorRate, block.outage];
  return facts.some((one) => one !== undefined) || facet(component, "verify_fault_tolerance") !== undefined;
}
