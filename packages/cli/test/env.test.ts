import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { dpm, project } from "./dpm.ts";

const shop = fileURLToPath(new URL("../../../examples/shop/", import.meta.url));
const model = `fault_tolerance A { timeout: 1s }
env slow { fault_tolerance A { timeout: 5s } }
`;

test("--env chooses what counts, for whoever reads the model", async () => {
  const cwd = project({ "main.dpm": model });
  const totals = await Promise.all(
    [[], ["--env", "slow"]].map(async (flags) => {
      const { stdout } = await dpm(["model", "--json", ...flags], { cwd });
      const { components } = JSON.parse(stdout) as {
        readonly components: readonly { readonly policy: { readonly timeout: { readonly total: number } } }[];
      };
      return components[0]?.policy.timeout.total;
    }),
  );
  expect(totals).toEqual([1_000_000, 5_000_000]);
});

test("an environment that is not declared is an error, which names those that are", async () => {
  const { code, stderr } = await dpm(["check", "--env", "slwo"], { cwd: project({ "main.dpm": model }) });
  expect(code).toBe(1);
  expect(stderr).toContain("core/unknown-environment");
  expect(stderr).toContain("`slow`");
});

test("findings that the model's authors accept are counted", async () => {
  const { stdout } = await dpm(["check"], { cwd: shop });
  expect(stdout).toMatch(/no errors, \d+ accepted\n$/);
});
