import { keepOutputToData } from "./terminal/output.ts";

/**
 * Commands that mostly come without arguments. Then there is nothing to read, and what reads arguments is not loaded:
 * it takes as long as a small model.
 */
export const plain: ReadonlyMap<string, () => Promise<void>> = new Map([
  ["generate", generate],
  ["check", check],
]);

async function generate(): Promise<void> {
  keepOutputToData();
  const action = await import("./actions/generate.ts");
  await action.generate([], [], { format: "text" });
}

async function check(): Promise<void> {
  keepOutputToData();
  const action = await import("./actions/check.ts");
  await action.check([], undefined, { format: "text" });
}
