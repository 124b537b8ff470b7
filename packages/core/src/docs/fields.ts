import type { BlockKind } from "../fields/block.ts";
import type { FieldSpec, ObjectSpec, TypeSpec } from "../fields/spec.ts";

/** One field of a kind, wherever in its groups it stands. */
export interface KindField {
  /** From the body on: `["retry", "max_attempts"]`. Items of lists are passed over; a free name is `<name>`. */
  readonly path: readonly string[];
  /** The same in the model's spelling; free names are passed over. */
  readonly model: readonly string[];
  readonly spec: FieldSpec;
  /** The value of the tag that the field's group must have, where groups differ. */
  readonly when?: { readonly tag: string; readonly value: string };
  /** The field, or a group around it, is a fact. */
  readonly isFact: boolean;
}

type Around = Omit<KindField, "spec">;

/** A place for a name that the user chooses. */
export const freeName = "<name>";

/** Every field of a kind, groups before what is in them. */
export function fieldsOfKind(kind: BlockKind): readonly KindField[] {
  return inGroup(kind.body, { path: [], model: [], isFact: false });
}

/** `retry.max_attempts`. */
export function spelled({ path }: Pick<KindField, "path">): string {
  return path.join(".");
}

/** The type of a field's value, or of the values in it where it is a list or has free names. */
export function innermost(type: TypeSpec): TypeSpec {
  if (type.type === "list") return innermost(type.item.of);
  return type.type === "record" ? innermost(type.value.of) : type;
}

function inGroup({ fields, model, rest }: ObjectSpec, around: Around): readonly KindField[] {
  const own = Object.entries(fields).flatMap(([name, spec]) =>
    fieldAnd(spec, { ...around, path: [...around.path, name], model: [...around.model, model[name] ?? name] }),
  );
  if (!rest) return own;
  const free = { ...around, path: [...around.path, freeName], model: [...around.model, rest.into] };
  return [...own, ...fieldAnd(rest.value, free)];
}

function fieldAnd(spec: FieldSpec, around: Around): readonly KindField[] {
  const isFact = around.isFact || spec.fact === true;
  return [{ ...around, spec, isFact }, ...within(spec.of, { ...around, isFact })];
}

function within(type: TypeSpec, around: Around): readonly KindField[] {
  switch (type.type) {
    case "list":
      return within(type.item.of, around);
    case "record":
      return named(type.value, { ...around, path: [...around.path, freeName] });
    case "object":
      return inGroup(type, around);
    case "variant":
      return inVariants(type.tag, type.variants, around);
    default:
      return [];
  }
}

/** Under free names: what stands there is told where it is a group. */
function named(value: FieldSpec, around: Around): readonly KindField[] {
  const type = innermost(value.of).type;
  return type === "object" || type === "variant" ? fieldAnd(value, around) : within(value.of, around);
}

/** The tag once, with every value that it may have; then each group's own fields. */
function inVariants(tag: string, variants: Readonly<Record<string, ObjectSpec>>, around: Around): readonly KindField[] {
  const values = Object.fromEntries(Object.keys(variants).map((name) => [name, ""]));
  const path = [...around.path, tag];
  const model = [...around.model, Object.values(variants)[0]?.model[tag] ?? tag];
  const told: KindField = {
    ...around,
    path,
    model,
    spec: { of: { type: "enum", values, aliases: {} }, presence: "required" },
  };
  const others = Object.entries(variants).flatMap(([value, group]) =>
    inGroup(group, { ...around, when: { tag, value } }).filter((one) => spelled(one) !== path.join(".")),
  );
  return [told, ...others];
}
