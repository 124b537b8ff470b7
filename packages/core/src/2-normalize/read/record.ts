import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import { valueProblems } from "../../diagnostics/catalogue/values.ts";
import type { FieldSpec, TypeSpec } from "../../fields/spec.ts";
import type { FieldNode, ValueNode } from "../../1-parse/syntax.ts";
import { seal, type Origin } from "../origin.ts";
import { shown } from "./describe.ts";
import { inside, report, type Place, type Read } from "./place.ts";
import { wrongType } from "./text.ts";

type RecordSpec = Extract<TypeSpec, { readonly type: "record" }>;

/** Free names with values of one type, in the order in which they are written. */
export function readRecord(node: ValueNode, type: RecordSpec, place: Place, read: Read): object | undefined {
  if (node.type !== "object") return report(place, wrongType(node, type, place), node.span);
  return readEntries(distinct(node.fields, place), type.value, place, read);
}

/** Entries under the names as they are written, each as its value says. Those that cannot be read are left out. */
export function readEntries(fields: Iterable<FieldNode>, value: FieldSpec, place: Place, read: Read): object {
  const entries: Record<string, unknown> = {};
  const table: Record<string, Origin> = { "": place.origin };
  for (const field of fields) {
    const there = inside(place, field.key, field.value, { doc: field.doc });
    const one = read(field.value, value.of, there);
    if (one === undefined) continue;
    assign(entries, field.key.text, one);
    assign(table, field.key.text, there.origin);
  }
  return seal(entries, table);
}

/** The first field of each key; further ones are reported. */
export function distinct(fields: readonly FieldNode[], place: Place): Iterable<FieldNode> {
  const first = new Map<string, FieldNode>();
  for (const field of fields) {
    const { text, span } = field.key;
    const earlier = first.get(text);
    if (!earlier) first.set(text, field);
    else {
      const related = [{ message: phrases.firstWritten(), span: earlier.key.span }];
      report(place, valueProblems.duplicateField({ field: shown(text), container: place.name }), span, { related });
    }
  }
  return first.values();
}

/** Sets a property of its own, also where the name is `__proto__`. */
export function assign<T>(target: Record<string, T>, name: string, value: T): void {
  if (name === "__proto__")
    Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
  else target[name] = value;
}
