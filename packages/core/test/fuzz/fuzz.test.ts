import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createParser } from "../../src/1-parse/parse.ts";
import { normalize } from "../../src/2-normalize/normalize.ts";
import { validate } from "../../src/3-validate/validate.ts";
import { emit } from "../../src/4-emit/emit.ts";
import { renderText } from "../../src/diagnostics/text.ts";
import { createHost } from "../../src/plugin/create-host.ts";
import { bytes, mutated, soup, sourcesBelow } from "./mutations.ts";

/** So many texts go through the whole line in one run of the tests. */
const executions = 50_000;
/** A text of some hundred characters that takes longer than this hangs. */
const patience = 5000;
const seed = Number(process.env["FUZZ_SEED"] ?? Date.now() % 2 ** 31);
const repository = fileURLToPath(new URL("../../../../", import.meta.url));
const sources = ["examples", "plugins"].flatMap((folder) => sourcesBelow(`${repository}${folder}`));

const parse = createParser();
const host = createHost({ sources: [] });
const chosen = createHost({ sources: [], environment: "e" });

/** Takes one text along the line, and shows what was found. */
function execute(text: string): void {
  const started = performance.now();
  const source = { name: "a.dpm", text };
  const { document, diagnostics } = parse(source);
  for (const run of [host, chosen]) {
    const normalized = normalize([document], run);
    const found = [...diagnostics, ...normalized.diagnostics, ...validate(normalized.model, run)];
    const emitted = emit(normalized.model, found, normalized.suppressions, run);
    renderText(emitted.diagnostics, [source], { notes: true });
    // Only what uses environments can differ by them.
    if (!document.expands) break;
  }
  if (performance.now() - started > patience) throw new Error(`hangs for ${performance.now() - started} ms`);
}

describe(`${executions} texts, FUZZ_SEED=${seed}`, () => {
  const kinds = { bytes, "token soup": soup, "mutated sources": mutated(sources) };
  const each = Math.ceil(executions / Object.keys(kinds).length);
  let done = 0;

  test.each(Object.entries(kinds))(
    "%s: no exception, no hang",
    (_, texts) => {
      fc.assert(
        fc.property(texts, (text) => {
          done++;
          execute(text);
        }),
        { numRuns: each, seed },
      );
    },
    600_000,
  );

  test("were executed", () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(done).toBeGreaterThanOrEqual(executions);
  });
});
