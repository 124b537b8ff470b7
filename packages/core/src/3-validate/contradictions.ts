import { originOf, originsOf, type Origin } from "../2-normalize/origin.ts";

/** A field that is written in two places with two values. */
export interface Contradiction {
  readonly here: Extract<Origin, { readonly kind: "written" }>;
  readonly there: Extract<Origin, { readonly kind: "written" }>;
}

/** The fields that two groups both say, and say differently; what only one of them says is no contradiction. */
export function contradictions(one: object, other: object): readonly Contradiction[] {
  return Object.entries(originsOf(one) ?? {}).flatMap(([field, here]): readonly Contradiction[] => {
    const there = originOf(other, field);
    if (field === "" || here.kind !== "written" || there?.kind !== "written") return [];
    const [value, another] = [valueOf(one, field), valueOf(other, field)];
    if (isGroup(value) && isGroup(another)) return contradictions(value, another);
    return JSON.stringify(value) === JSON.stringify(another) ? [] : [{ here, there }];
  });
}

function valueOf(container: object, field: string): unknown {
  return (container as Readonly<Record<string, unknown>>)[field];
}

/** A list is one value. */
function isGroup(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value) && originsOf(value) !== undefined;
}
