import { fileURLToPath } from "node:url";
import { compile } from "@dpm/core";
import { load } from "@dpm/workspace";
import { expect, test } from "vitest";

const cwd = fileURLToPath(new URL("../", import.meta.url));

test.each([undefined, "laptop", "sale"])(
  "nothing is found in it, not even a note, in the environment %s",
  async (env) => {
    const { input, diagnostics } = await load({ cwd, ...(env !== undefined && { env }) });
    expect(diagnostics).toEqual([]);
    expect(input?.sources).toHaveLength(11);
    const compiled = input && compile(input);
    expect(compiled?.diagnostics).toEqual([]);
    expect(compiled?.accepted).toBeGreaterThan(env === "laptop" ? -1 : 3);
  },
);
