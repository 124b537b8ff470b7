import { readFileSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, type CompileInput } from "@dpm/core";
import { describeEngine, freePort, startBackend, startJvm, startNginx, type Engine } from "@dpm/testing";
import { load } from "@dpm/workspace";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** The real nginx in front of three real services with the generated policy, in front of a backend that always fails. */
interface System {
  readonly get: () => Promise<number>;
  readonly post: () => Promise<number>;
  readonly backendCalls: () => number;
  readonly stop: () => Promise<void>;
}

type Jvm = Awaited<ReturnType<typeof startJvm>>;

async function inputOf(example: string): Promise<CompileInput> {
  const { input } = await load({ cwd: fileURLToPath(new URL(`../../${example}/`, import.meta.url)) });
  if (!input) throw new Error(`examples/${example} cannot be loaded`);
  return input;
}

/** The example's files, with real ports in place of its addresses. */
async function generate(
  example: string,
  listen: number,
  services: readonly number[],
): Promise<ReadonlyMap<string, string>> {
  const input = await inputOf(example);
  const placed = (text: string): string =>
    services
      .reduce(
        (made, port, index) => made.replace(`"10.0.0.${index + 1}", port: 8080`, `"127.0.0.1", port: ${port}`),
        text,
      )
      .replace("load_balancer Gateway {", `load_balancer Gateway {\n  listen: ${listen}`);
  const { artifacts, diagnostics } = compile({
    ...input,
    sources: input.sources.map((one) => ({ ...one, text: placed(one.text) })),
  });
  if (artifacts.length === 0) throw new Error(diagnostics.map((one) => one.message).join("\n"));
  return new Map(artifacts.map((one) => [`${one.target}/${one.path}`, one.content.text]));
}

async function startSystem(example: string, nginx: Engine, jvm: Jvm): Promise<System> {
  const backend = await startBackend([{ status: 503 }]);
  const [listen = 0, ...services] = await Promise.all(Array.from({ length: 4 }, () => freePort()));
  const files = await generate(example, listen, services);
  const folder = await mkdtemp(join(tmpdir(), "dpm-owners-"));
  await chmod(folder, 0o755);
  await writeFile(join(folder, "nginx.conf"), files.get("nginx/gateway.conf") ?? "");
  const java = [...files].filter(([path]) => path.endsWith(".java") && !path.includes("/test/"));
  const sources = Object.fromEntries(
    java.map(([path, text]) => [path.replace("resilience4j/src/main/java/", ""), text]),
  );
  const service = readFileSync(new URL("Service.java", import.meta.url), "utf8");
  const compiled = await jvm.compile({ sources: { ...sources, "Service.java": service }, sets: ["resilience4j"] });
  expect(compiled.diagnostics.filter((one) => one.kind === "ERROR")).toEqual([]);
  const args = [backend.address, ...services.map(String)];
  const running = jvm.run({ mainClass: "Service", classes: [compiled.classesDir], sets: ["resilience4j"], args });
  await Promise.all(services.map(listening));
  const server = await startNginx(nginx, folder, "nginx.conf");
  const status = async (method: string): Promise<number> =>
    (await fetch(`http://127.0.0.1:${listen}/`, { method })).status;
  return {
    get: () => status("GET"),
    post: () => status("POST"),
    backendCalls: () => backend.calls.length,
    stop: async () => {
      await server.stop();
      await fetch(`http://127.0.0.1:${services[0]}/stop`);
      expect(await running).toMatchObject({ ok: true, value: "stopped" });
      await backend.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Waits until the service answers; a path of its own that does not reach the backend does not exist, so any connection will do. */
async function listening(port: number): Promise<void> {
  const { connect } = await import("node:net");
  const deadline = performance.now() + 10_000;
  const isUp = (): Promise<boolean> =>
    new Promise((done) => {
      const socket = connect(port, "127.0.0.1", () => (socket.destroy(), done(true)));
      socket.on("error", () => done(false));
    });
  while (!(await isUp())) {
    if (performance.now() > deadline) throw new Error(`no service listens on ${port}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

describe.each(["nginx-1.22", "nginx-1.31"])("%s", (name) => {
  describeEngine(name, (nginx) => {
    describeEngine("jvm", (java) => {
      let jvm: Jvm;
      beforeAll(async () => void (jvm = await startJvm(java)));
      afterAll(() => jvm.stop());

      test.each([
        ["owner-in-process", "the service retries and nginx replays nothing"],
        ["owner-gateway", "nginx retries and the service does not"],
      ])("%s: %s, so the backend sees exactly three calls for a GET", async (example) => {
        const system = await startSystem(example, nginx, jvm);
        try {
          expect(await system.get()).toBe(503);
          expect(system.backendCalls()).toBe(3);
        } finally {
          await system.stop();
        }
      });

      test("a POST is replayed by nobody where the service owns the retries", async () => {
        const system = await startSystem("owner-in-process", nginx, jvm);
        try {
          expect(await system.post()).toBe(503);
          expect(system.backendCalls()).toBe(1);
        } finally {
          await system.stop();
        }
      });
    });
  });
});
