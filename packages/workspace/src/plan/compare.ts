import { componentChanges } from "./components.ts";
import { fidelityLosses } from "./fidelity.ts";
import { fieldChanges } from "./fields.ts";
import { ownerChanges } from "./owners.ts";
import type { Plan } from "./plan.ts";
import type { Previous } from "./previous.ts";

/** What differs between two compiled models. */
export function compare(before: Previous, after: Previous): Plan {
  const [old, now] = [before.compilation, after.compilation];
  return {
    components: componentChanges(old.model, now.model),
    fields: fieldChanges({ model: old.model, sources: before.sources }, { model: now.model, sources: after.sources }),
    owners: ownerChanges(old.model, now.model),
    fidelity: fidelityLosses(old.report, now.report),
  };
}
