import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "@dpm/core";
import { describeEngine, freePort, loadCompose, startBackend, type Engine } from "@dpm/testing";
import { afterAll, describe, expect, test } from "vitest";
import plugin from "../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "dpm-compose-check-"));
afterAll(() => rmSync(folder, { recursive: true }));

const path = "/health?a=$HOME&b='x'*(y);z=%20!";

/** The command that the engine would run in the container, as the loader understood it. */
async function commandOf(compose: Engine, port: number): Promise<readonly string[]> {
  const text = `deploy_docker_compose Shop {
  services: [{ name: "redis", health_check: { path: ${JSON.stringify(path)}, port: ${port} } }]
}`;
  const { artifacts } = compile({ sources: [{ name: "a.dpm", text }], targets: [{ name: "compose", plugin }] });
  const file = join(folder, "compose.yaml");
  writeFileSync(file, artifacts[0]?.content.text ?? "");
  const loaded = await loadCompose(compose, file);
  if (!loaded.ok) throw new Error(loaded.error);
  const check = loaded.project.services["redis"]?.["healthcheck"] as { readonly test: readonly string[] } | undefined;
  const [word, ...command] = check?.test ?? [];
  expect(word).toBe("CMD");
  return command;
}

/** Runs a command where only `sh` and one client are found; its exit code. */
function runWith(client: string, [program = "", ...args]: readonly string[]): Promise<number> {
  const bin = mkdtempSync(join(folder, "bin-"));
  for (const name of ["sh", client]) symlinkSync(where(name), join(bin, name));
  return new Promise((done) => {
    execFile(program, args, { env: { PATH: bin, HOME: "/none" }, timeout: 10_000 }, (error) => {
      done(typeof error?.code === "number" ? error.code : error ? -1 : 0);
    });
  });
}

function where(name: string): string {
  return execFileSync("sh", ["-c", 'command -v "$0"', name], { encoding: "utf8" }).trim();
}

function isThere(name: string): boolean {
  try {
    return where(name) !== "";
  } catch {
    return false;
  }
}

describeEngine("compose", (compose) => {
  describe.each(["wget", "curl"])("a check by path, where the image has %s", (client) => {
    test.skipIf(!isThere(client))(`asks for exactly that path (needs ${client} on this machine)`, async () => {
      const backend = await startBackend([{}]);
      try {
        expect(await runWith(client, await commandOf(compose, backend.port))).toBe(0);
        expect(backend.calls.map((call) => call.path)).toEqual([path]);
      } finally {
        await backend.stop();
      }
    });

    test.skipIf(!isThere(client))(`is not well after an error, and when nobody listens (needs ${client})`, async () => {
      const backend = await startBackend([{ status: 503 }]);
      try {
        expect(await runWith(client, await commandOf(compose, backend.port))).toBe(1);
      } finally {
        await backend.stop();
      }
      expect(await runWith(client, await commandOf(compose, await freePort()))).toBe(1);
    });
  });

  test("is not well where the image has neither", async () => {
    expect(await runWith("true", await commandOf(compose, await freePort()))).toBe(1);
  });
});
