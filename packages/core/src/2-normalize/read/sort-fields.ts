import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import { valuePhrases, valueProblems } from "../../diagnostics/catalogue/values.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import type { DurationUnit, ObjectSpec } from "../../fields/spec.ts";
import type { FieldNode } from "../../1-parse/syntax.ts";
import { quotation, shown } from "./describe.ts";
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

/** Finds the field that each key means; keys that mean none are reported. */
export function sortFields(fields: readonly FieldNode[], type: ObjectSpec, place: Place): SortedFields {
  const meaningOf = meanings(type);
  const isFree = freeNames(type);
  const known = new Map<string, Spelled[]>();
  const rest: FieldNode[] = [];
  for (const field of distinct(fields, place)) {
    const meaning = meaningOf(field.key.text);
    if (meaning) {
      const spelled = known.get(meaning.name);
      if (spelled) spelled.push({ field, ...meaning });
      else known.set(meaning.name, [{ field, ...meaning }]);
    } else if (isFree(field.key.text)) rest.push(field);
    else unknown(field, type, place);
  }
  return { known, rest };
}

interface Meaning {
  readonly name: string;
  readonly bare?: DurationUnit | undefined;
}

/** The field's own name wins over another's alias. Aliases are looked at only when one is written. */
function meanings({ fields }: ObjectSpec): (key: string) => Meaning | undefined {
  let aliases: ReadonlyMap<string, Meaning> | undefined;
  return (key) => {
    if (Object.hasOwn(fields, key)) return { name: key };
    aliases ??= aliasesOf(fields);
    return aliases.get(key);
  };
}

function aliasesOf(fields: ObjectSpec["fields"]): ReadonlyMap<string, Meaning> {
  const all = Object.entries(fields).flatMap(([name, spec]) =>
    Object.entries(spec.aliases ?? {}).map(
      ([alias, unit]) => [alias, { name, bare: unit === "" ? undefined : unit }] as const,
    ),
  );
  return new Map(all);
}

function freeNames({ rest }: ObjectSpec): (name: string) => boolean {
  if (!rest) return () => false;
  const pattern = rest.pattern === undefined ? /[^]/ : new RegExp(`^(?:${rest.pattern})$`, "u");
  return (name) => pattern.test(name);
}

function unknown({ key }: FieldNode, type: ObjectSpec, place: Place): void {
  const names = Object.keys(type.fields);
  const near = suggest(key.text, names);
  const isQuoted = key.span.end - key.span.start !== key.text.length;
  const choices = [...names, ...(type.rest?.expected === undefined ? [] : [quotation(type.rest.expected)])];
  const help = choices.length > 0 ? { help: valuePhrases.useOneOf({ choices }) } : {};
  const advice =
    near === undefined
      ? help
      : { ...instead(key.span, isQuoted ? `"${near}"` : near), label: phrases.didYouMean({ near }) };
  report(place, valueProblems.unknownField({ container: place.name, field: shown(key.text) }), key.span, advice);
}
