import fc from "fast-check";
import type { ValueNode } from "../../src/1-parse/syntax.ts";
import { quoteString } from "../../src/1-parse/strings.ts";

/** What a test builds and prints: a value without places. */
export type Plain =
  | { readonly type: "string"; readonly value: string }
  | { readonly type: "number" | "quantity" | "word"; readonly text: string }
  | { readonly type: "list"; readonly items: readonly Plain[] }
  | { readonly type: "object"; readonly fields: readonly PlainField[] };

export interface PlainField {
  readonly key: string;
  readonly value: Plain;
}

export interface PlainBlock {
  readonly kind: string;
  readonly name: string;
  readonly fields: readonly PlainField[];
}

const word = fc.oneof(
  fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_-]{0,12}$/),
  fc.constantFrom("__proto__", "constructor", "true", "名前"),
);
const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.constantFrom('"', "\\", "\n", "//", "/*", "${x}", "}", "\u202e", "\0"),
);
const name = fc.oneof(word, anyText);
const number = fc.stringMatching(/^-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,4})?([eE][+-]?[0-9]{1,2})?$/);
const quantity = fc
  .tuple(fc.stringMatching(/^-?[0-9]{1,5}(\.[0-9]{1,3})?$/), fc.constantFrom("s", "ms", "%", "Mi", "h30m"))
  .map(([digits, unit]) => `${digits}${unit}`);

const { value } = fc.letrec<{ value: Plain }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: "small", withCrossShrink: true },
    anyText.map((text): Plain => ({ type: "string", value: text })),
    number.map((text): Plain => ({ type: "number", text })),
    quantity.map((text): Plain => ({ type: "quantity", text })),
    word.map((text): Plain => ({ type: "word", text })),
    fc.array(tie("value"), { maxLength: 4 }).map((items): Plain => ({ type: "list", items })),
    fc
      .array(fc.record({ key: name, value: tie("value") }), { maxLength: 4 })
      .map((fields): Plain => ({ type: "object", fields })),
  ),
}));

export const blocks = fc.array(
  fc.record({ kind: word, name, fields: fc.array(fc.record({ key: name, value }), { maxLength: 5 }) }),
  { maxLength: 4 },
);

/** Choices that the printer has: which separator, which form. Any list of numbers will do. */
export const choices = fc.array(fc.nat(11), { minLength: 1, maxLength: 40 });

/** Prints blocks in one of the many forms that mean the same. */
export function print(printed: readonly PlainBlock[], picks: readonly number[]): string {
  let turn = 0;
  const pick = (...forms: readonly string[]): string => forms[(picks[turn++ % picks.length] ?? 0) % forms.length] ?? "";
  const gap = (): string => pick(" ", "\n", "\t", " /* c } */ ", "\r\n  ", " // c {\n", "\r");
  const named = (text: string): string =>
    /^[A-Za-z_][A-Za-z0-9_-]*$/.test(text) ? pick(text, quoteString(text)) : quoteString(text);
  const value = (one: Plain): string => {
    if (one.type === "string") return quoteString(one.value);
    if (one.type === "list")
      return `[${one.items.map((item) => value(item)).join(`${pick("", " ")}${pick(",", "\n", ", ", ",\n")}${pick("", gap())}`)}${one.items.length > 0 ? pick("", ",") : ""}${pick("", gap())}]`;
    return one.type === "object" ? object(one.fields) : one.text;
  };
  const field = ({ key, value: one }: PlainField): string => {
    const joint = one.type === "object" ? pick(": ", " ", "", ":") : `${pick("", gap())}:${gap()}`;
    return `${named(key)}${joint}${value(one)}`;
  };
  const object = (fields: readonly PlainField[]): string =>
    `{${pick("", gap())}${fields.map((one) => `${field(one)}${pick(gap(), ",", ", ", `,${gap()}`)}`).join("")}}`;
  return printed
    .map(({ kind, name: own, fields }) => `${kind}${gap()}${named(own)}${gap()}${object(fields)}${gap()}`)
    .join("");
}

/** A value without its places. */
export function bare(value: ValueNode): Plain {
  switch (value.type) {
    case "string":
      return { type: "string", value: value.value };
    case "list":
      return { type: "list", items: value.items.map(bare) };
    case "object":
      return {
        type: "object",
        fields: value.fields.map((field) => ({ key: field.key.text, value: bare(field.value) })),
      };
    case "constant":
    case "call":
      throw new Error("nothing that is printed here has any");
    case "number":
    case "quantity":
    case "word":
      return { type: value.type, text: value.text };
  }
}

const mixed = fc
  .array(
    fc.oneof(
      fc.constantFrom(..."{}[]:,".split("")),
      fc.constantFrom(
        '"x"',
        '"',
        '"a b',
        "a",
        "b c",
        "2s",
        "-1",
        "true",
        "a B {",
        "a B {\n",
        'c "D" {',
        "k: ",
        "k {",
        "k:\n",
        "l: [",
        "m: {\n",
        "n: 1",
        "n: 1\n",
        "}\n",
        "]\n",
      ),
      fc.constantFrom("\n", "\n", "\n  ", "\n    ", " ", "\t", "\r\n", "\r", "// c\n", "/* c */", "/// d\n"),
      fc.constantFrom(
        "=",
        "=>",
        "'q'",
        "'",
        "“q”",
        "：",
        "，",
        ";",
        "$",
        "http://x",
        "h:80",
        "1.2.3:4",
        "\\",
        "\0",
        "\u202e",
        "\ud800",
        "\u{feff}",
        "😀",
        "名",
        "/",
        "__proto__",
      ),
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(""));

/** Only well-formed tokens, so that nearly all that goes wrong is the structure. */
const dense = fc
  .array(fc.constantFrom(..."{}[]:,".split(""), "a", "1", '"x"', "\n", "k:", "a B {"), { maxLength: 40 })
  .map((pieces) => `a B { ${pieces.join(" ")}`);

/** Texts made of the language's own pieces, in any order: nearly always wrong, and wrong in the ways that matter. */
export const soup = fc.oneof(mixed, dense);
