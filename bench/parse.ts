/**
 * Parsing 1 MB of source with the line and column of each block, against `JSON.parse` of the same content (limit 8);
 * and what the first parse of a process costs, which makes the parser.
 */
import { createParser, indexLines, type ValueNode } from "@dpm/core";
import { median, reportRatio } from "./measure.ts";
import { systemOf } from "./model.ts";

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

const started = performance.now();
const parse = createParser();
console.log(`making the parser, cold: ${(performance.now() - started).toFixed(1)} ms`);

const source = { name: "main.dpm", text: systemOf(1_000_000 / systemOf(1).length) };
const { document, diagnostics } = parse(source);
if (diagnostics.length > 0) throw new Error(diagnostics[0]?.message);
const json = JSON.stringify(document.blocks.map(({ kind, name, body }) => [kind.text, name.text, plain(body)]));

const runs = { runs: 41, warm: 10 };
const ours = await median(() => {
  const { position } = indexLines(source.text);
  return parse(source).document.blocks.map(({ span }) => [position(span.start), position(span.end)]);
}, runs);
const theirs = await median(() => JSON.parse(json), runs);
console.log(`${document.blocks.length} blocks: ${source.text.length} characters, as JSON ${json.length}`);
reportRatio("parse with positions / JSON.parse", ours, theirs, 8);

/** The value as JSON would say it. */
function plain(value: ValueNode): Json {
  switch (value.type) {
    case "string":
      return value.value;
    case "list":
      return value.items.map(plain);
    case "object":
      return Object.fromEntries(value.fields.map((field) => [field.key.text, plain(field.value)]));
    case "number":
      return Number(value.text);
    case "constant":
    case "call":
      return "";
    case "quantity":
    case "word":
      return value.text === "true" || (value.text !== "false" && value.text);
  }
}
