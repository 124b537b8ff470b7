import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { block, blockKinds, oneOf, string } from "@dpm/core";
import { describe, expect, test } from "vitest";
import { grammar } from "../src/index.ts";
import { disagreements } from "./check.ts";
import { at, tokenizer, type Scoped } from "./tokenize.ts";

const published = readFileSync(new URL("../dpm.tmLanguage.json", import.meta.url), "utf8");
const tokenize = await tokenizer(published);
const sample = readFileSync(new URL("sample/every-form.dpm", import.meta.url), "utf8");

/** The scopes of the first place where a text stands, without the outermost. */
function scopesOf(text: string, part: string, tokens: readonly Scoped[] = tokenize(text)): string {
  const { scopes } = at(tokens, text.indexOf(part));
  return scopes.slice(1).join(" ");
}

test("what is published is made of dpm's own kinds", () => {
  expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(grammar(blockKinds))));
});

test("every form of the language has its scopes", () => {
  const lines = tokenize(sample)
    .filter((one) => one.text.trim() !== "")
    .map(({ text, scopes }) => `${text.trim().padEnd(32)} ${scopes.slice(1).join(" ")}\n`);
  const file = new URL("sample/every-form.scopes.txt", import.meta.url);
  if (process.env["RECORD"] === "1") writeFileSync(file, lines.join(""));
  expect(existsSync(file)).toBe(true);
  expect(lines.join("")).toBe(readFileSync(file, "utf8"));
});

test.each([
  ["fault_tolerance", "storage.type.kind"],
  ["acme_greeting", "storage.type.kind.other"],
  ["OrderService {", "entity.name.type.component"],
  ["max_attempts", "support.type.property-name"],
  ["keepalive", "variable.other.property"],
  ["exponential", "support.constant.value"],
  ["useCache", "support.constant.value"],
  ["true", "constant.language.boolean"],
  ["null", "constant.language.null"],
  ["2s", "constant.numeric"],
  ["Mi", "keyword.other.unit"],
  ["h30m", "keyword.other.unit"],
  ["req/s", "keyword.other.unit"],
  ["\\nb", "constant.character.escape"],
  ["import", "keyword.control.import"],
  ["let deadline", "keyword.other.let"],
  ["deadline: 2s", "variable.other.constant"],
  ["$deadline", "punctuation.definition.variable"],
  ["template", "keyword.other.template"],
  ["use resilient", "keyword.other.use"],
  ["env production", "keyword.other.env"],
  ["production", "entity.name.namespace.environment"],
  ["raw nginx", "keyword.other.raw"],
  ["nginx", "entity.name.namespace.target"],
  ["secret(", "support.function"],
  ["database/password", "string.quoted.double"],
  ["suppress", "entity.name.function.annotation"],
  ["one caller only", "string.quoted.double"],
  ["/// What", "comment.line.documentation"],
  ["// One", "comment.line.double-slash"],
  ["over two lines", "comment.block"],
])("`%s` is %s", (part, scope) => {
  expect(`${scopesOf(sample, part)} `).toContain(`${scope}.dpm `);
});

describe("however it is laid out, a sound text has nothing that is invalid", () => {
  test.each([
    "fault_tolerance A {}",
    'fault_tolerance\n"A"\n{\n}\nfault_tolerance B { retry: 3 }',
    "fault_tolerance /* of */ A // here\n{ retry: 3 }",
    "env production\n{ let a: 3, fault_tolerance A { retry: $a } }\nfault_tolerance A {}",
    "let a: /* three */ 3\nlet b: // below\n  [1,\n 2]\nfault_tolerance A { retry: $a }",
    "let a: { b: [c, { d: e }] } fault_tolerance A { use: 1, raw: 2, let: 3, env: 4, template: 5, import: 6 }",
    "template t { retry: 3 }fault_tolerance A{use t timeout:2s}fault_tolerance B{use t,raw nginx{a:1}}",
    "\uFEFFfault_tolerance A {\r\n  retry: 3\r\n}\r\n",
    'fault_tolerance A { fallback: { default_response: [{ "a b": -1.5e+3, c: null }, "\\u0041\\"", true] } }',
    '@deprecated(\n  "why"\n)\nfault_tolerance A { @suppress retry: 3 }',
    "load_balancer A { servers: [10.0.0.1, web-1] calls: [order_service, true-ish, exponential-2] }",
    "//// four slashes are an ordinary comment\nfault_tolerance \u00e9t\u00e9 { x\u3000:\u00a03 }",
  ])("%j", (text) => {
    expect(disagreements(text, tokenize)).toEqual([]);
  });
});

test("what no token is, and what no escape is, is invalid", () => {
  expect(scopesOf("fault_tolerance A { retry: 'x' }", "'x'")).toContain("invalid.illegal.stray.dpm");
  expect(scopesOf('fault_tolerance A { owners: "\\q" }', "\\q")).toContain("invalid.illegal.escape.dpm");
  expect(scopesOf('fault_tolerance A { owners: "open\n retry: 3 }', "retry")).toContain(
    "support.type.property-name.dpm",
  );
});

test("a plugin's kinds can be joined", async () => {
  const greeting = block("acme_greeting", "Says something.", {
    text: string(),
    tone: oneOf({ calm: "As among friends." }),
  });
  const text = "acme_greeting Hello { tone: calm }";
  const tokens = (await tokenizer(grammar([...blockKinds, greeting])))(text);
  expect(scopesOf(text, "acme_greeting", tokens)).toBe("meta.block.dpm storage.type.kind.dpm");
  expect(scopesOf(text, "tone", tokens)).toContain("support.type.property-name.dpm");
  expect(scopesOf(text, "calm", tokens)).toContain("support.constant.value.dpm");
  expect(scopesOf(text, "calm")).toContain("variable.other.name.dpm");
});
