import { afterEach, expect, test } from "vitest";
import { freePort, startBackend } from "../../src/engines/backend.ts";
import type { Backend } from "../../src/engines/backend.ts";

const running: Backend[] = [];

async function start(...args: Parameters<typeof startBackend>): Promise<Backend> {
  const backend = await startBackend(...args);
  running.push(backend);
  return backend;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((backend) => backend.stop()));
});

test("the answers follow the script, and the last one is repeated", async () => {
  const backend = await start([{ status: 503 }, { body: "second" }, { status: 404, headers: { "x-a": "b" } }]);
  const seen = [];
  for (let call = 0; call < 4; call += 1) {
    const response = await fetch(`http://${backend.address}/`);
    seen.push([response.status, await response.text(), response.headers.get("x-a")]);
  }
  expect(seen).toEqual([
    [503, "", null],
    [200, "second", null],
    [404, "", "b"],
    [404, "", "b"],
  ]);
});

test("every call is recorded with what was sent and when", async () => {
  const backend = await start([]);
  await fetch(`http://${backend.address}/a?b=1`, { method: "PUT", body: "hello", headers: { "x-key": "7" } });
  await fetch(`http://${backend.address}/c`);
  expect(backend.calls).toMatchObject([
    { method: "PUT", path: "/a?b=1", body: "hello", headers: { "x-key": "7" } },
    { method: "GET", path: "/c", body: "" },
  ]);
  expect(backend.calls[1]?.at).toBeGreaterThan(backend.calls[0]?.at ?? Infinity);
});

test("a function decides by the call and its index", async () => {
  const backend = await start((call, index) => ({ status: call.path === "/slow" ? 504 : 200 + index }));
  const statuses = [];
  for (const path of ["/slow", "/a", "/b"]) statuses.push((await fetch(`http://${backend.address}${path}`)).status);
  expect(statuses).toEqual([504, 201, 202]);
});

test("a reset comes after the whole call was read", async () => {
  const backend = await start([{ reset: true }]);
  const error = await fetch(`http://${backend.address}/`, { method: "POST", body: "x" }).catch((cause: Error) => cause);
  expect((error as Error).cause).toMatchObject({ code: "ECONNRESET" });
  expect(backend.calls).toMatchObject([{ method: "POST", body: "x" }]);
});

test("a hang never answers, and the call counts", async () => {
  const backend = await start([{ hang: true }]);
  const call = fetch(`http://${backend.address}/`, { signal: AbortSignal.timeout(100) });
  await expect(call).rejects.toMatchObject({ name: "TimeoutError" });
  expect(backend.calls).toHaveLength(1);
});

test("an answer waits at least as long as the script says", async () => {
  const backend = await start([{ afterMs: 50 }]);
  const asked = performance.now();
  await fetch(`http://${backend.address}/`);
  expect(performance.now() - asked).toBeGreaterThanOrEqual(49);
});

test("a stopped backend refuses, even with calls that hang, and so does a free port", async () => {
  const backend = await startBackend([{ hang: true }]);
  const hanging = fetch(`http://${backend.address}/`).catch(() => "cut");
  await expect.poll(() => backend.calls.length).toBe(1);
  await backend.stop();
  expect(await hanging).toBe("cut");
  for (const port of [backend.port, await freePort()]) {
    const error = await fetch(`http://127.0.0.1:${port}/`).catch((cause: Error) => cause);
    expect((error as Error).cause).toMatchObject({ code: "ECONNREFUSED" });
  }
});
