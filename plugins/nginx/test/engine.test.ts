import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, existsSync, chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { atLeast, compile, version } from "@dpm/core";
import { checkNginx, describeEngine } from "@dpm/testing";
import { afterAll, describe, expect, test } from "vitest";
import plugin from "../src/index.ts";

const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "dpm-nginx-engine-"));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true }));

/** A configuration of a fixture, and the version that it is made for. */
const cases = readdirSync(fixtures).flatMap((name) => {
  const expected = join(fixtures, name, "expected", "nginx");
  const config = join(fixtures, name, "config.json");
  const target = existsSync(config)
    ? (JSON.parse(readFileSync(config, "utf8")) as { target?: { version?: string; edition?: string } }).target
    : undefined;
  if (!existsSync(expected) || target?.edition === "plus") return [];
  return readdirSync(expected).map((file) => ({
    title: `${name}/${file}`,
    path: join(expected, file),
    needs: target?.version ?? "1.22",
  }));
});

test("there are configurations to read", () => {
  expect(cases.length).toBeGreaterThan(40);
});

/** nginx makes cache folders when it reads a configuration: here, not in the system's own place. */
function rehomed(path: string): string {
  return readFileSync(path, "utf8").replaceAll("/var/cache/nginx/", `${folder}/cache_`);
}

describe.each(["nginx-1.22", "nginx-1.31"])("%s", (name) => {
  describeEngine(name, (nginx) => {
    const here = version(nginx.version);
    const readable = cases.filter(({ needs }) => here !== undefined && atLeast(here, needs));
    test.each(readable)("reads $title without a warning", async ({ path }) => {
      const file = `${name}.conf`;
      writeFileSync(join(folder, file), rehomed(path));
      const { ok, output } = await checkNginx(nginx, folder, file);
      const said = output
        .split("\n")
        .filter((line) => /\[(warn|emerg|alert|error)\]/.test(line) && !/"user" directive/.test(line));
      expect(said).toEqual([]);
      expect(ok).toBe(true);
    });
    test("what is raw is nginx's to check: it takes a right one, and refuses a wrong one", async () => {
      const read = async (raw: string): Promise<boolean> => {
        const text = `load_balancer Shop { servers: ["10.0.0.1:80", "10.0.0.2:80"] raw nginx { ${raw} } }`;
        const { artifacts } = compile({ sources: [{ name: "raw.dpm", text }], targets: [{ name: "nginx", plugin }] });
        const file = `${name}-raw.conf`;
        writeFileSync(join(folder, file), artifacts[0]?.content.text ?? "");
        return (await checkNginx(nginx, folder, file)).ok;
      };
      expect(await read('location: { proxy_buffering: false, add_header: ["X-A", "a\\"; } b"] }')).toBe(true);
      expect(await read('location: { proxy_bufering: "off" }')).toBe(false);
      expect(await read('upstream: { keepalive: "many" }')).toBe(false);
      // dpm writes it too, and nginx takes it once.
      expect(await read('location: { proxy_read_timeout: "5s" }')).toBe(false);
    });
    test("refuses a directive that it does not know, so what it reads is used", async () => {
      const misspelt = rehomed(cases[0]?.path ?? "").replace("proxy_read_timeout", "proxy_reed_timeout");
      writeFileSync(join(folder, "misspelt.conf"), misspelt);
      expect(await checkNginx(nginx, folder, "misspelt.conf")).toMatchObject({ ok: false });
    });
  });
});
