import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import { valueProblems } from "../../diagnostics/catalogue/values.ts";
import type { FieldSpec, ObjectSpec, RestSpec } from "../../fields/spec.ts";
import type { FieldNode, Name, PlainNode } from "../../1-parse/syntax.ts";
import { seal, type Origin } from "../origin.ts";
import { expected } from "./describe.ts";
import { fromJson } from "./from-json.ts";
import { inside, keyOf, report, unwritten, type Place, type Read } from "./place.ts";
import { assign, readEntries } from "./record.ts";
import { fieldsOf } from "./shorthand.ts";
import { sortFields, type Spelled } from "./sort-fields.ts";

/** The values of a group's fields, by their names in the model, and where they come from. */
export interface Group {
  readonly values: Record<string, unknown>;
  readonly table: Record<string, Origin>;
}

export interface Found {
  readonly value: unknown;
  readonly origin: Origin;
}

/** A group of fields; `undefined` when a field that must be there cannot be read. */
export function readFields(node: PlainNode, type: ObjectSpec, place: Place, read: Read): object | undefined {
  const group = readGroup(node, type, place, read);
  return group && seal(group.values, group.table);
}

/** The fields of a group, before they are sealed. */
export function readGroup(node: PlainNode, type: ObjectSpec, place: Place, read: Read): Group | undefined {
  const fields = fieldsOf(node, type, place);
  if (!fields) return undefined;
  // A value that stands for the whole group is called by the group's name: the user wrote no other.
  const shownAs = fields[0]?.value === node ? place.name : undefined;
  const { known, rest } = sortFields(fields, type, place);
  const group: Group = { values: {}, table: { "": place.origin } };
  let isWhole = true;
  for (const [name, spec] of Object.entries(type.fields)) {
    const spelled = known.get(name) ?? [];
    const written = readWritten(spelled, spec, place, read, shownAs);
    if (spelled.length === 0 && spec.presence === "required") missing(name, spec, place);
    const found = written ?? readDefault(name, spec, place, read);
    if (found) add(group, type.model[name] ?? name, found);
    else if (spec.presence === "required") isWhole = false;
    // What cannot be read still has its place, so that nobody takes it for unwritten.
    if (!written && spelled[0])
      assign(group.table, type.model[name] ?? name, placeOf(spelled[0], place, shownAs).origin);
  }
  if (type.rest) add(group, type.rest.into, readRest(rest, type.rest, place, read));
  return isWhole ? group : undefined;
}

/** Puts a value into a group, with where it comes from. */
export function add({ values, table }: Group, name: string, { value, origin }: Found): void {
  assign(values, name, value);
  assign(table, name, origin);
}

/** The first spelling of a field that can be read; the others must say the same. */
function readWritten(
  spelled: readonly Spelled[],
  { of, fact }: FieldSpec,
  place: Place,
  read: Read,
  shownAs?: string,
): Found | undefined {
  let first: (Found & { readonly key: Name }) | undefined;
  for (const one of spelled) {
    const { field } = one;
    const there = placeOf(one, place, shownAs);
    const value = read(field.value, of, there);
    if (value === undefined) continue;
    if (!first) first = { value, origin: told(there.origin, fact), key: field.key };
    else if (JSON.stringify(first.value) !== JSON.stringify(value)) conflict(first.key, field.key, place);
  }
  return first;
}

function placeOf({ field, name, bare }: Spelled, place: Place, shownAs: string | undefined): Place {
  return inside(place, { text: name, span: field.key.span }, field.value, { bare, shownAs, doc: field.doc });
}

function conflict(first: Name, second: Name, place: Place): void {
  const params = { first: first.text, second: second.text, container: place.name };
  report(place, valueProblems.conflictingAliases(params), second.span, {
    related: [{ message: phrases.theOtherName(), span: first.span }],
  });
}

/** What a field has that is not written or cannot be read. */
function readDefault(name: string, spec: FieldSpec, place: Place, read: Read): Found | undefined {
  if (spec.presence !== "defaulted" || spec.default === undefined) return undefined;
  const there = unwritten(place, name);
  const { defaults } = place.run;
  const value = defaults.has(spec) ? defaults.get(spec) : read(fromJson(spec.default), spec.of, there);
  // Containers carry origins, so they differ from block to block.
  if (typeof value !== "object") defaults.set(spec, value);
  return value === undefined ? undefined : { value, origin: told(there.origin, spec.fact) };
}

function told(origin: Place["origin"], fact: true | undefined): Origin {
  return fact ? { ...origin, fact } : origin;
}

function missing(name: string, { of }: FieldSpec, place: Place): void {
  report(
    place,
    valueProblems.missingField({ container: place.name, field: name, expected: expected(of) }),
    keyOf(place),
  );
}

function readRest(fields: readonly FieldNode[], { value }: RestSpec, place: Place, read: Read): Found {
  const none: Origin = { kind: "default", path: place.origin.path, span: keyOf(place) };
  const origin = fields.length > 0 ? place.origin : none;
  return { value: readEntries(fields, value, { ...place, origin }, read), origin };
}
