import { describe, test } from "vitest";
import { engine } from "./locate.ts";
import type { Engine } from "./locate.ts";

/**
 * A suite that needs an engine. Where the engine is missing, one skipped test says so with the command that installs it;
 * with `DPM_ENGINES=required` in the environment, as in CI, that test fails instead.
 */
export function describeEngine(name: string, suite: (engine: Engine) => void): void {
  const found = engine(name);
  if (!("missing" in found)) {
    describe(`${found.name} (${found.version})`, () => suite(found));
    return;
  }
  const title = `${name} is not installed; to install it: ${found.install}`;
  if (process.env["DPM_ENGINES"] !== "required") {
    test.skip(title);
    return;
  }
  test(title, () => {
    throw new Error(title);
  });
}
