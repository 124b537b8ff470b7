/** What a field takes, as data: readers, docs, JSON Schema, completion and did-you-mean all come from it. */
export type TypeSpec =
  /** With `supplied` a reference is taken too: `env("NAME")`, `secret("store/key")`. */
  | { readonly type: "string"; readonly pattern?: string; readonly expected?: string; readonly supplied?: true }
  | { readonly type: "boolean" }
  /** With `quoted` a number in quotes is taken too: it is a count among things that have units. */
  | { readonly type: "integer" | "number"; readonly min?: number; readonly max?: number; readonly quoted?: boolean }
  /** An integer of microseconds. `bare` is the unit of a number written without one. */
  | { readonly type: "duration"; readonly min?: number; readonly max?: number; readonly bare?: DurationUnit }
  /** An integer of bytes; `kb`, `mb`, `gb` are 1024-based, as in Redis and Kafka. */
  | { readonly type: "size"; readonly min?: number; readonly max?: number }
  /** A number in 0..1, written `0.5`, `"0.5"` or `"50%"`. With `percentOnly` a plain number is not taken, with `above` more than 1 is. */
  | { readonly type: "ratio"; readonly percentOnly?: boolean; readonly above?: boolean }
  /** `{ count, per }`, `per` in microseconds, written `100` (per second) or `"100 req/s"`. */
  | { readonly type: "rate" }
  /** An integer of thousandths of a CPU, written `"100m"` or `0.5`. */
  | { readonly type: "cpu" }
  | EnumSpec
  | { readonly type: "list"; readonly item: FieldSpec; readonly min?: number }
  | { readonly type: "record"; readonly value: FieldSpec }
  | ObjectSpec
  | VariantSpec
  /** Any JSON value, kept as written. */
  | { readonly type: "json" }
  /** The name of a component, or of a block of one of `kinds`; compared word by word. */
  | { readonly type: "reference"; readonly kinds?: readonly string[] };

export type DurationUnit = "us" | "ms" | "s" | "m" | "h" | "d" | "w";

/** Named values, each with its meaning. `open` ones take other names too and only warn of a near miss. */
export interface EnumSpec {
  readonly type: "enum";
  readonly values: Readonly<Record<string, string>>;
  /** Other spellings of the values. */
  readonly aliases: Readonly<Record<string, string>>;
  readonly open?: boolean;
}

/** A group of fields. */
export interface ObjectSpec {
  readonly type: "object";
  readonly fields: Readonly<Record<string, FieldSpec>>;
  /** The fields' names in the model. */
  readonly model: Readonly<Record<string, string>>;
  /** A plain value stands for the first of these fields whose type takes it. */
  readonly shorthand?: readonly string[];
  /** A string of this form (named groups are fields) stands for the whole object; `expected` says the form in words. */
  readonly text?: string;
  readonly expected?: string;
  /** Takes further names, all of one type. */
  readonly rest?: RestSpec;
}

/** Free names beside an object's fields. The model holds them as a record in the field `into`. */
export interface RestSpec {
  readonly into: string;
  readonly value: FieldSpec;
  /** An anchored regular expression for the names, and its meaning in words. */
  readonly pattern?: string;
  readonly expected?: string;
}

/** One of several groups of fields: the value of the field `tag` says which. */
export interface VariantSpec {
  readonly type: "variant";
  readonly tag: string;
  readonly variants: Readonly<Record<string, ObjectSpec>>;
}

/** One field of a block, an object or a plugin's options. */
export interface FieldSpec {
  readonly of: TypeSpec;
  readonly presence: Presence;
  /** The value when nothing is written, in the language's own notation. */
  readonly default?: Literal;
  readonly doc?: string;
  /** Other keys for the same field; the value is the unit of a bare number there, or `""`. */
  readonly aliases?: Readonly<Record<string, DurationUnit | "">>;
  /** Says what is so, and asks for nothing: rules read it, no target has to express it. */
  readonly fact?: true;
}

export type Presence = "required" | "optional" | "defaulted";
export type Literal = string | number | boolean | readonly Literal[] | { readonly [key: string]: Literal };
