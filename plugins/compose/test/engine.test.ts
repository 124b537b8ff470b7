import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "@dpm/core";
import { describeEngine, loadCompose } from "@dpm/testing";
import { afterAll, expect, test } from "vitest";
import plugin from "../src/index.ts";
import { asked, differences } from "./effective.ts";

const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));
const files = readdirSync(fixtures)
  .map((name) => join(fixtures, name, "expected", "compose", "compose.yaml"))
  .filter((file) => existsSync(file));
const folder = mkdtempSync(join(tmpdir(), "dpm-compose-engine-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("there are Compose files to read", () => {
  expect(files.length).toBeGreaterThan(30);
});

describeEngine("compose", (compose) => {
  test.each(files.map((file) => [file.slice(fixtures.length), file] as const))(
    "reads every key of %s with the value that is written",
    async (_, file) => {
      const text = readFileSync(file, "utf8");
      const loaded = await loadCompose(compose, file, asked(text));
      if (!loaded.ok) throw new Error(loaded.error);
      expect(differences(text, loaded.project, dirname(file))).toEqual([]);
      // There is no home folder where the loader runs, so it cannot expand one.
      expect(loaded.warnings.filter((one) => !one.includes("lacks HOME"))).toEqual([]);
    },
  );

  const [shared, gateway] = [fixture("two-blocks"), fixture("mount-generated")];

  test("refuses a key that it does not know, so what it reads is used", async () => {
    expect(await load(shared.replace("start_period", "start_perod"))).toMatchObject({ ok: false });
  });

  const supplied = fixture("supplied");

  test.each([
    ["not set", undefined],
    ["empty", ""],
  ])("refuses a file that asks for a variable that is %s", async (_, value) => {
    expect(Object.keys(asked(supplied))).toEqual(["SHOP_URL", "DB_USER", "DATABASE_PASSWORD"]);
    for (const name of Object.keys(asked(supplied))) {
      const { [name]: _left, ...others } = asked(supplied);
      const variables = { ...others, ...(value !== undefined && { [name]: value }) };
      const loaded = await load(supplied, 0, variables);
      expect(loaded.ok ? "read" : loaded.error).toContain(name);
    }
  });

  test("what is raw is the engine's to check: it reads a right one, and refuses a wrong one", async () => {
    const withRaw = (raw: string): string => {
      const text = `deploy_docker_compose Shop { services: [{ name: "shop", image: "a" }] raw compose { ${raw} } }`;
      const { artifacts } = compile({ sources: [{ name: "raw.dpm", text }], targets: [{ name: "compose", plugin }] });
      return artifacts[0]?.content.text ?? "";
    };
    expect(await load(withRaw("init: true"))).toMatchObject({
      ok: true,
      project: { services: { shop: { image: "a", init: true } } },
    });
    expect(await load(withRaw("inti: true"))).toMatchObject({
      ok: false,
      error: expect.stringContaining("inti") as string,
    });
    expect(await load(withRaw('init: "often"'))).toMatchObject({ ok: false });
  });

  test("a value that it would change, drop or add is seen", async () => {
    const found = await Promise.all(
      [
        shared.replace("redis://redis:6379", "redis://$redis:6379"),
        shared.replace('      REDIS_URL: "redis://redis:6379"\n', "$&      x-mode: test\n"),
        shared.replace("service_healthy", "service_started"),
        gateway.replace("create_host_path: false", "create_host_path: true"),
      ].map(async (text, index) => {
        const loaded = await load(text, index);
        if (!loaded.ok) throw new Error(loaded.error);
        return differences(index < 2 ? text : ([shared, gateway][index - 2] ?? ""), loaded.project, folder).length > 0;
      }),
    );
    expect(found).toEqual([true, true, true, true]);
  });

  function load(text: string, index = 0, variables: Readonly<Record<string, string>> = {}) {
    const file = join(folder, String(index), "compose.yaml");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return loadCompose(compose, file, variables);
  }
});

function fixture(name: string): string {
  return readFileSync(join(fixtures, name, "expected", "compose", "compose.yaml"), "utf8");
}
