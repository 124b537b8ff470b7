/** Every text that the documentation of a kind is made of. `{name}` is filled in; another language is another table of these names. */
export interface Words {
  readonly types: Readonly<Record<TypeName, string>>;
  readonly units: Readonly<Record<UnitName, string>>;
  /** Each a clause: what quantities are in the model. */
  readonly quantities: Readonly<Record<"duration" | "size" | "ratio" | "rate" | "cpu", string>>;
  readonly limits: Readonly<Record<LimitName, string>>;
  readonly notes: Readonly<Record<NoteName, string>>;
  readonly verdicts: Readonly<Record<"exact" | "by-default" | "approximated" | "elsewhere" | "impossible", string>>;
  readonly page: Readonly<Record<PageName, string>>;
}

type TypeName =
  | (
      | "string"
      | "supplied"
      | "boolean"
      | "integer"
      | "number"
      | "duration"
      | "size"
      | "ratio"
      | "percent"
      | "rate"
      | "cpu"
    )
  | (
      | "enum"
      | "open"
      | "list"
      | "record"
      | "object"
      | "short"
      | "standsFor"
      | "variant"
      | "json"
      | "reference"
      | "blockOf"
    );
type UnitName = "duration" | "size" | "ratio" | "rate" | "cpu" | "us" | "ms" | "s" | "m" | "h" | "d" | "w";
type LimitName = "range" | "min" | "max" | "items" | "item" | "text" | "above" | "quoted";
type NoteName =
  "required" | "nothing" | "any" | "tag" | "named" | "also" | "numberOf" | "when" | "fact" | "free" | "otherSpellings";
type PageName =
  | ("notice" | "facet" | "alone" | "identity" | "named" | "example" | "fields" | "values" | "targets" | "untaken")
  | ("field" | "takes" | "unwritten" | "meaning" | "value" | "spellings" | "since" | "partly" | "engine" | "unspoken")
  | ("also" | "model" | "quantities" | "suffixes" | "index" | "indexText" | "notation" | "kind" | "says" | "takenBy");

export const english: Words = {
  types: {
    string: "text",
    supplied: 'text, or `env("NAME")`, or `secret("store/key")`',
    boolean: "`true` or `false`",
    integer: "a whole number",
    number: "a number",
    duration: 'a duration such as `"500ms"`',
    size: 'a size such as `"512mb"`',
    ratio: 'a share such as `0.5` or `"50%"`',
    percent: 'a share such as `"50%"`',
    rate: 'a rate such as `"100 req/s"`',
    cpu: 'processor time such as `"500m"` or `0.5`',
    enum: "one of {values}",
    open: "a name, such as {values}",
    list: "a list; each item is {item}",
    record: "free names; each value is {item}",
    object: "a group of fields",
    short: "{group}, or {alone}",
    standsFor: "{alone} for `{field}`",
    variant: "a group of fields, told by its `{tag}`: {values}",
    json: "any value",
    reference: "the name of a component",
    blockOf: "the name of a block of {kinds}",
  },
  units: {
    duration: "microseconds",
    size: "bytes",
    ratio: "a number from 0 to 1",
    rate: "`count` per `per` microseconds",
    cpu: "thousandths of a CPU",
    us: "microseconds",
    ms: "milliseconds",
    s: "seconds",
    m: "minutes",
    h: "hours",
    d: "days",
    w: "weeks",
  },
  quantities: {
    duration: "durations are microseconds",
    size: "sizes are bytes",
    ratio: "shares are numbers from 0 to 1",
    rate: "rates are a `count` per `per` microseconds",
    cpu: "processor time is thousandths of a CPU",
  },
  limits: {
    range: "from {min} to {max}",
    min: "at least {min}",
    max: "at most {max}",
    item: "at least one item",
    items: "at least {min} items",
    text: "{expected}",
    above: "more than 1 is taken too",
    quoted: "in quotes too",
  },
  notes: {
    required: "must be written",
    nothing: "nothing",
    any: "as many as needed",
    named: "What stands under a name of your own.",
    tag: "Says which of the groups it is.",
    also: "Also written {names}.",
    numberOf: "{name} (a number of {unit})",
    when: "With {tag}.",
    fact: "A fact: rules reckon with it, and no target has to express it.",
    free: "Names are free: {expected}.",
    otherSpellings: "also written {names}",
  },
  verdicts: {
    exact: "exact",
    "by-default": "by default",
    approximated: "approximated",
    elsewhere: "elsewhere",
    impossible: "impossible",
  },
  page: {
    notice: "Made by tools/language.ts of the kind's descriptor: change that, then run `npm run generate`.",
    facet: "The block is a facet of the component of its name.",
    alone: "The block stands alone: it belongs to no component.",
    identity: "A name may have several, told apart by {fields}.",
    named: "Each name has at most one.",
    example: "Example",
    fields: "Fields",
    values: "Values of {field}",
    targets: "Which targets express it",
    untaken: "None of dpm's own targets takes blocks of this kind yet: `dpm report` lists them as not taken.",
    field: "field",
    takes: "takes",
    unwritten: "unwritten",
    meaning: "meaning",
    value: "value",
    spellings: "other spellings",
    since: "{verdict} from {version} on",
    partly: "{target} reads a part of the block and does not lower it.",
    engine: "{target} is written for {engine} {version}.",
    unspoken: "not taken",
    also: "also written",
    model: "in the model",
    index: "The kinds of blocks",
    indexText:
      "Every kind that dpm knows by itself, with what each of its fields takes. `dpm explain <kind>` and `dpm explain <kind>.<field>` print the same, for the kinds of configured plugins too.",
    quantities: "In the model {quantities}.",
    suffixes: "A duration `x` can be written as `x_seconds: 30` or `x_ms: 500` too.",
    notation:
      "Names of values can be written with or without quotes. In the model, names are in camelCase: `max_attempts` is `maxAttempts`.",
    kind: "kind",
    says: "what it says",
    takenBy: "taken by",
  },
};

/** Fills the `{name}` places of a text. */
export function say(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : place,
  );
}

/** `` `a`, `b` ``. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
