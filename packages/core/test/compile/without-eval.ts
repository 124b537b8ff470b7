/** A program, run by a test with `--disallow-code-generation-from-strings`: it compiles and says what came out. */
import { readFileSync } from "node:fs";
import process from "node:process";
import { compile } from "../../src/compile.ts";
import { printing } from "./printing.ts";

const text = readFileSync(new URL("every-kind.dpm", import.meta.url), "utf8");
const every = compile({ sources: [{ name: "every.dpm", text }] });
const shop = compile({
  sources: [{ name: "shop.dpm", text: "fault_tolerance Shop { retry: 3 }" }],
  targets: [{ name: "a", plugin: printing("a") }],
});
const kinds = new Set(
  [...every.model.components.flatMap((one) => one.facets), ...every.model.blocks].map((one) => one.kind),
);
const errors = [...every.diagnostics, ...shop.diagnostics].filter((one) => one.severity === "error");
const artifacts = shop.artifacts.map((one) => `${one.target}/${one.path}`);
process.stdout.write(JSON.stringify({ canEval: canEval(), kinds: kinds.size, errors, artifacts }));

function canEval(): boolean {
  try {
    // oxlint-disable-next-line typescript/no-implied-eval -- asks whether it is forbidden
    return new Function("return true")() === true;
  } catch {
    return false;
  }
}
