import { valueProblems } from "../../diagnostics/catalogue/values.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import type { DurationUnit, ObjectSpec } from "../../fields/spec.ts";
import type { FieldNode } from "../../1-parse/syntax.ts";
import { shown } from "./describe.ts";
import { report, type Place } from "./place.ts";
import { distinct } from "./record.ts";
import { instead } from "./repair.ts";

/** A written field with the name that it is known by, and the unit that its key says. */
export interface Spelled {
  readonly field: FieldNode;
  readonly name: string;
  readonly bare?: DurationUnit | undefined;
}

export interface SortedFields {
  readonly known: ReadonlyMap<string, readonly Spelled[]>;
  /** Those that have no field of their own, where free names are taken. */
  readonly rest: readonly FieldNode[];
}

const longestName = 100;

/** Finds the field that each key means; keys that mean none are reported. */
export function sortFields(fields: readonly FieldNode[], type: ObjectSpec, place: Place): SortedFields {
  const names = spellings(type);
  const known = new Map<string, Spelled[]>();
  const rest: FieldNode[] = [];
  const isFree = freeNames(type);
  for (const field of distinct(fields, place)) {
    const meant = names.get(field.key.text);
    if (meant) known.set(meant.name, [...(known.get(meant.name) ?? []), { field, ...meant }]);
    else if (isFree(field.key.text)) rest.push(field);
    else unknown(field, type, place);
  }
  return { known, rest };
}

interface Meaning {
  readonly name: string;
  readonly bare?: DurationUnit | undefined;
}

function spellings({ fields }: ObjectSpec): ReadonlyMap<string, Meaning> {
  const names = new Map<string, Meaning>();
  for (const [name, spec] of Object.entries(fields)) {
    for (const [alias, unit] of Object.entries(spec.aliases ?? {}))
      names.set(alias, { name, bare: unit === "" ? undefined : unit });
  }
  for (const name of Object.keys(fields)) names.set(name, { name });
  return names;
}

function freeNames({ rest }: ObjectSpec): (name: string) => boolean {
  if (!rest) return () => false;
  const pattern = rest.pattern === undefined ? /[^]/ : new RegExp(`^(?:${rest.pattern})$`, "u");
  return (name) => pattern.test(name);
}

function unknown({ key }: FieldNode, type: ObjectSpec, place: Place): void {
  const names = Object.keys(type.fields);
  const near = key.text.length > longestName ? undefined : suggest(key.text, names);
  const isQuoted = key.span.end - key.span.start !== key.text.length;
  const choices = [...names, ...(type.rest?.expected === undefined ? [] : [type.rest.expected])];
  const help = choices.length > 0 ? { help: `use one of: ${choices.join(", ")}` } : {};
  const advice =
    near === undefined
      ? help
      : { ...instead(key.span, isQuoted ? `"${near}"` : near), label: `did you mean \`${near}\`?` };
  report(place, valueProblems.unknownField({ container: place.name, field: shown(key.text) }), key.span, advice);
}
