/** What a field takes, as data: readers, docs, JSON Schema, completion and did-you-mean all come from it. */
export type TypeSpec =
  | { readonly type: "string"; readonly pattern?: string; readonly expected?: string }
  | { readonly type: "boolean" }
  | { readonly type: "integer" | "number"; readonly min?: number; readonly max?: number }
  /** An integer of microseconds. `bare` is the unit of a number written without one. */
  | { readonly type: "duration"; readonly min?: number; readonly max?: number; readonly bare?: DurationUnit }
  /** An integer of bytes; `kb`, `mb`, `gb` are 1024-based, as in Redis and Kafka. */
  | { readonly type: "size" }
  /** A number in 0..1, written `0.5`, `"0.5"` or `"50%"`. With `percentOnly` a plain number is not taken. */
  | { readonly type: "ratio"; readonly percentOnly?: boolean; readonly above?: boolean }
  /** `{ count, per }`, `per` in microseconds, written `100` (per second) or `"100 req/s"`. */
  | { readonly type: "rate" }
  /** An integer of thousandths of a CPU, written `"100m"` or `0.5`. */
  | { readonly type: "cpu" }
  | { readonly type: "enum"; readonly values: Readonly<Record<string, string>>; readonly aliases: Readonly<Record<string, string>> }
  | { readonly type: "list"; readonly item: FieldSpec; readonly min?: number }
  | { readonly type: "record"; readonly value: FieldSpec }
  | ObjectSpec
  /** Any JSON value, kept as written. */
  | { readonly type: "json" }
  /** The name of a component, or of a block of one of `kinds`; compared word by word. */
  | { readonly type: "reference"; readonly kinds?: readonly string[] };

export type DurationUnit = "us" | "ms" | "s" | "m" | "h" | "d" | "w";

/** A group of fields. */
export interface ObjectSpec {
  readonly type: "object";
  readonly fields: Readonly<Record<string, FieldSpec>>;
  /** A plain value stands for the first of these fields whose type takes it. */
  readonly shorthand?: readonly string[];
  /** A string of this form (named groups are fields) stands for the whole object. */
  readonly text?: string;
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
}

export type Presence = "required" | "optional" | "defaulted";
export type Literal = string | number | boolean | readonly Literal[] | { readonly [key: string]: Literal };
