import { componentChanges, type ComponentChange } from "./components.ts";
import { fidelityLosses, type FidelityLoss } from "./fidelity.ts";
import { fieldChanges, type FieldChange } from "./fields.ts";
import { ownerChanges, type OwnerChange } from "./owners.ts";
import type { Previous } from "./previous.ts";

/** What a change of the model means. */
export interface Plan {
  readonly components: readonly ComponentChange[];
  readonly fields: readonly FieldChange[];
  readonly owners: readonly OwnerChange[];
  readonly fidelity: readonly FidelityLoss[];
}

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
