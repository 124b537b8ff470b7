import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { loadCompose } from "../../src/engines/compose.ts";
import { describeEngine } from "../../src/engines/describe-engine.ts";

describeEngine("compose", (compose) => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), "dpm-compose-"));
  });
  afterAll(() => rm(dir, { recursive: true }));

  async function load(text: string) {
    await writeFile(join(dir, "compose.yaml"), text);
    return loadCompose(compose, join(dir, "compose.yaml"));
  }

  test("only the variables that are given reach it", async () => {
    await writeFile(join(dir, "compose.yaml"), "services: { web: { image: a, environment: { A: '${A:?}' } } }");
    const loaded = await loadCompose(compose, join(dir, "compose.yaml"), { A: "b=$c" });
    expect(loaded).toMatchObject({ ok: true, project: { services: { web: { environment: { A: "b=$c" } } } } });
    vi.stubEnv("A", "of this process");
    expect(await loadCompose(compose, join(dir, "compose.yaml"))).toMatchObject({ ok: false });
    vi.unstubAllEnvs();
  });

  async function environmentOf(value: string): Promise<unknown> {
    // YAML 1.1 folds a line at these two even between quotes.
    const quoted = JSON.stringify(value).replace("\u2028", "\\u2028").replace("\u0085", "\\u0085");
    const loaded = await load(`services: { web: { image: a, environment: { A: ${quoted} } } }`);
    return loaded.ok ? [loaded.project.services["web"]?.["environment"], loaded.warnings.length] : loaded.error;
  }

  test("a good file comes back as the loader understood it", async () => {
    const loaded = await load(`name: shop
services:
  web:
    image: nginx:1.22
    ports: ["8080:80"]
    healthcheck: { test: ["CMD", "true"], interval: 90s }
    deploy: { resources: { limits: { cpus: "0.5", memory: 512M } } }
volumes: { data: {} }
`);
    expect(loaded).toMatchObject({
      ok: true,
      warnings: [],
      project: {
        name: "shop",
        services: {
          web: {
            image: "nginx:1.22",
            ports: [{ target: 80, published: "8080" }],
            healthcheck: { test: ["CMD", "true"], interval: "1m30s" },
            deploy: { resources: { limits: { memory: "536870912" } } },
          },
        },
        volumes: { data: { name: "shop_data" } },
      },
    });
  });

  test("an unknown key, a bad duration and a missing image are errors", async () => {
    const errors = [];
    for (const service of [
      "image: a, imge: b",
      "image: a, healthcheck: { test: [CMD, a], interval: soon }",
      "ports: []",
    ]) {
      const loaded = await load(`services: { web: { ${service} } }`);
      errors.push(loaded.ok ? "accepted" : loaded.error);
    }
    expect(errors).toEqual([
      expect.stringContaining("services.web.imge"),
      expect.stringMatching(/healthcheck\.interval.*invalid duration/),
      expect.stringContaining("neither an image nor a build context"),
    ]);
  });

  test("a doubled dollar is one dollar, and is not doubled again on the way out", async () => {
    expect(await environmentOf("a$$b $${HOME} $$$$")).toEqual([{ A: "a$b ${HOME} $$" }, 0]);
  });

  test("no variable of this process is seen; one that is not set is a warning", async () => {
    vi.stubEnv("DPM_LEAK", "leaked");
    expect(await environmentOf("<${DPM_LEAK}>")).toEqual([{ A: "<>" }, 1]);
    expect(await environmentOf("<${PATH-none}>")).toEqual([{ A: "<none>" }, 0]);
    vi.unstubAllEnvs();
  });

  test("markup and non-ASCII text come back as they were", async () => {
    expect(await environmentOf("<&> \u2028 ä 漢 🙂 \u0085")).toEqual([{ A: "<&> \u2028 ä 漢 🙂 \u0085" }, 0]);
  });

  test("a file that is not there is an error", async () => {
    expect(await loadCompose(compose, join(dir, "none.yaml"))).toMatchObject({ ok: false });
  });
});
