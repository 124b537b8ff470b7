import type { Plan, PlannedFile, PlanResult } from "@dpm/workspace";

/** The files that are not as they would be. */
export function changedFiles({ written }: PlanResult): readonly PlannedFile[] {
  const same = new Set<PlannedFile["status"]>(["unchanged", "adopted", "scaffold-kept"]);
  return written.filter(({ status }) => !same.has(status));
}

/** Whether the change means nothing. */
export function isEmpty({ components, fields, owners, fidelity }: Plan): boolean {
  return components.length + fields.length + owners.length + fidelity.length === 0;
}
