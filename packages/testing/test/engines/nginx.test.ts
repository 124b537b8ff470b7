import { execFile } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freePort, startBackend } from "../../src/engines/backend.ts";
import { describeEngine } from "../../src/engines/describe-engine.ts";
import { checkNginx, startNginx } from "../../src/engines/nginx.ts";

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "dpm-nginx-test-"));
  // Temporary folders of our own, which other tests do not share and nginx's workers may enter.
  await chmod(dir, 0o755);
  await mkdir(join(dir, "tmp"));
  vi.stubEnv("TMPDIR", join(dir, "tmp"));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(dir, { recursive: true });
});

/** A gateway on one port in front of some servers; its access log goes to stdout, as in a container. */
function gateway(port: number, servers: readonly string[]): string {
  return `events {}
http {
  access_log /dev/stdout;
  upstream shop { ${servers.map((server) => `server ${server};`).join(" ")} }
  server { listen 127.0.0.1:${port}; location / { proxy_pass http://shop; } }
}
`;
}

async function isRefused(port: number): Promise<boolean> {
  const outcome = await fetch(`http://127.0.0.1:${port}/`).catch((error: Error) => error.cause);
  return (outcome as { code?: string }).code === "ECONNREFUSED";
}

for (const [name, version] of [
  ["nginx-1.22", "nginx/1.22.1"],
  ["nginx-1.31", "nginx/1.31.3"],
] as const) {
  describeEngine(name, (nginx) => {
    test("a good configuration is accepted, with files of its own beside it", async () => {
      await writeFile(
        join(dir, "good.conf"),
        gateway(await freePort(), ["127.0.0.1:9"]).replace("events {}", "include part.conf;"),
      );
      await writeFile(join(dir, "part.conf"), "events {}\n");
      const check = await checkNginx(nginx, dir, "good.conf");
      expect(check.output).toContain("test is successful");
      expect(check.ok).toBe(true);
    });

    test("a bad one is refused in nginx's own words", async () => {
      await writeFile(join(dir, "bad.conf"), "events {}\nhttp { servr {} }\n");
      const check = await checkNginx(nginx, dir, "bad.conf");
      expect(check.output).toContain(`unknown directive "servr" in ${join(dir, "bad.conf")}:2`);
      expect(check.ok).toBe(false);
    });

    test("a configuration with a pid file and logs of its own is accepted", async () => {
      await writeFile(
        join(dir, "own.conf"),
        `pid own.pid;\nerror_log own.log;\n${gateway(await freePort(), ["127.0.0.1:9"])}`,
      );
      expect(await checkNginx(nginx, dir, "own.conf")).toMatchObject({ ok: true });
    });

    test("it serves requests through to a backend, logs them, and is gone after the stop", async () => {
      const backend = await startBackend([{ body: "from the backend", headers: { server: "x" } }]);
      const port = await freePort();
      await writeFile(join(dir, "serve.conf"), gateway(port, [backend.address]));
      const server = await startNginx(nginx, dir, "serve.conf");
      try {
        const response = await fetch(`http://127.0.0.1:${port}/orders?id=1`);
        expect(response.headers.get("server")).toBe(version);
        expect(await response.text()).toBe("from the backend");
        expect(backend.calls).toMatchObject([{ method: "GET", path: "/orders?id=1" }]);
        await expect.poll(server.output).toContain("GET /orders?id=1");
      } finally {
        await server.stop();
        await backend.stop();
      }
      expect(await isRefused(port)).toBe(true);
    });

    test("the workers may buffer what is too big for memory", async () => {
      const big = "x".repeat(4_000_000);
      const backend = await startBackend([{ body: big }]);
      const port = await freePort();
      await writeFile(
        join(dir, "big.conf"),
        gateway(port, [backend.address]).replace("http {", "http {\n  client_max_body_size 10m;"),
      );
      const server = await startNginx(nginx, dir, "big.conf");
      try {
        const response = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body: big });
        expect((await response.text()).length).toBe(big.length);
        expect(backend.calls[0]?.body.length).toBe(big.length);
        expect(server.output()).not.toContain("Permission denied");
      } finally {
        await server.stop();
        await backend.stop();
      }
    });

    test("one that cannot start says why and leaves nothing behind", async () => {
      const backend = await startBackend([]);
      await writeFile(join(dir, "taken.conf"), gateway(backend.port, ["127.0.0.1:9"]));
      await expect(startNginx(nginx, dir, "taken.conf")).rejects.toThrow(/Address (already )?in use/);
      expect(await prefixes()).toEqual([]);
      await backend.stop();
    });

    test("it is killed with its workers when the process that started it is killed", async () => {
      const port = await freePort();
      await writeFile(join(dir, "orphan.conf"), gateway(port, ["127.0.0.1:9"]));
      const client = pathToFileURL(join(import.meta.dirname, "../../src/engines/nginx.ts")).href;
      const script = `import { startNginx } from ${JSON.stringify(client)};
await startNginx(${JSON.stringify(nginx)}, ${JSON.stringify(dir)}, "orphan.conf");
console.log("started");
setInterval(() => {}, 1000);
`;
      await writeFile(join(dir, "orphan.mjs"), script);
      const starter = execFile(process.execPath, [join(dir, "orphan.mjs")], { timeout: 15_000 });
      await once(starter.stdout ?? starter, "data");
      expect(await isRefused(port)).toBe(false);
      starter.kill("SIGKILL");
      await expect.poll(() => isRefused(port), { timeout: 5_000 }).toBe(true);
      await expect.poll(prefixes, { timeout: 5_000 }).toEqual([]);
    });
  });
}

/** The folders that nginx runs in at the moment. */
function prefixes(): Promise<readonly string[]> {
  return readdir(join(dir, "tmp"));
}
