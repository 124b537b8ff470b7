import type { AnyBlock } from "./model.ts";
import { docOf, originOf, originsOf } from "./origin.ts";

/** What the `///` lines before a field say; `path` from its block on: `retry.max_attempts`. */
export interface DocumentedField {
  readonly path: string;
  readonly doc: string;
}

/** What the authors say of a block, and of the fields in it, however deep they are. */
export function documentedIn(block: AnyBlock): readonly [own: string | undefined, fields: readonly DocumentedField[]] {
  const own = originOf(block);
  return [docOf(block), own?.kind === "written" ? inside(block, own.path) : []];
}

function inside(container: object, around: string): readonly DocumentedField[] {
  const values = container as Readonly<Record<string, unknown>>;
  return Object.entries(originsOf(container) ?? {}).flatMap(([name, origin]) => {
    if (name === "" || origin.kind !== "written") return [];
    const value = values[name];
    const path = origin.path.slice(around.length).replace(/^\./, "");
    return [
      ...(origin.doc === undefined ? [] : [{ path, doc: origin.doc }]),
      ...(typeof value === "object" && value !== null ? inside(value, around) : []),
    ];
  });
}
