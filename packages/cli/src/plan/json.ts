import type { ComponentChange, FidelityLoss, FieldChange, Measures, Plan } from "@dpm/workspace";
import type { Places } from "../report/places.ts";
import type { SidePlaces } from "./words.ts";

/** What `schemas/plan.schema.json` describes, without what a run of `generate` has too. */
export function jsonPlan({ components, fields, owners, fidelity }: Plan, places: SidePlaces): object {
  return {
    components: components.map(componentJson),
    fields: fields.map((one) => fieldJson(one, places)),
    owners,
    fidelity: fidelity.map(lossJson),
  };
}

function componentJson({ name, before, after }: ComponentChange): object {
  return { name, ...(before && { before: measuresJson(before) }), ...(after && { after: measuresJson(after) }) };
}

function measuresJson({ worstCase, callsPerRequest, opensIn }: Measures): object {
  return {
    ...(worstCase !== undefined && { worstCase }),
    ...(callsPerRequest !== undefined && { callsPerRequest }),
    ...(opensIn !== undefined && { opensIn }),
  };
}

function fieldJson({ path, before, after, isBlock }: FieldChange, places: SidePlaces): object {
  return {
    path,
    ...(isBlock && { block: true }),
    ...(before && { before: sideJson(before, places.before) }),
    ...(after && { after: sideJson(after, places.after) }),
  };
}

function sideJson({ text, span }: NonNullable<FieldChange["after"]>, placeOf: Places): object {
  return { ...(text !== undefined && { text }), ...(span && placeOf(span)) };
}

function lossJson({ path, target, before, after, reason }: FidelityLoss): object {
  return { path, target, ...(before !== undefined && { before }), after, ...(reason && { reason: reason.message }) };
}
