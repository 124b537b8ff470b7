import { rawProblems } from "../../diagnostics/catalogue/raw.ts";
import type { FieldNode, ObjectNode, ValueNode } from "../../1-parse/syntax.ts";
import { merge } from "../expand/merge.ts";
import { seal, type Origin } from "../origin.ts";
import type { Found } from "./fields.ts";
import { inside, keyOf, report, type Place, type Read } from "./place.ts";
import { assign } from "./record.ts";

/** No reader of YAML takes a longer key. */
const longestKey = 1000;

/** `raw target { ... }`: free JSON for one target, by its name. A template's lies below the block's own. */
export function readRaw({ items }: ObjectNode, place: Place, read: Read): Found | undefined {
  const [first] = items?.raws ?? [];
  if (!items || !first) return undefined;
  const key = keyOf(place);
  const origin = { kind: "written", path: `${place.origin.path}.raw`, span: key, key, raw: true } as const;
  const values: Record<string, unknown> = {};
  const table: Record<string, Origin> = { "": origin };
  for (const [target, field] of byTarget(items.raws)) {
    const there = inside({ ...place, origin }, field.key, field.value);
    unprintable(field.value, there);
    const value = read(field.value, { type: "json" }, there);
    if (value === undefined) continue;
    assign(values, target, value);
    assign(table, target, there.origin);
  }
  return { value: seal(values, table), origin };
}

function byTarget(raws: readonly FieldNode[]): ReadonlyMap<string, FieldNode> {
  const found = new Map<string, FieldNode>();
  for (const field of raws) {
    const below = found.get(field.key.text)?.value;
    const value =
      below?.type === "object" && field.value.type === "object" ? merge(below, field.value, undefined) : field.value;
    found.set(field.key.text, { ...field, value });
  }
  return found;
}

/** Reports what no file can hold: half a surrogate pair, or a name without end. */
function unprintable(value: ValueNode, place: Place): void {
  const say = (help: "character" | "name", at: ValueNode["span"]): void =>
    report(place, rawProblems.rawText({ target: place.name }), at, { help });
  if (value.type === "string" && !value.value.isWellFormed()) say("character", value.span);
  if (value.type === "list") for (const item of value.items) unprintable(item, place);
  if (value.type !== "object") return;
  for (const field of value.fields) {
    const { text, span } = field.key;
    if (!text.isWellFormed()) say("character", span);
    else if (text.length > longestKey) say("name", span);
    unprintable(field.value, place);
  }
}
