import { describeEngine, freePort, startBackend, startJvm, type Engine } from "@dpm/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generate, startGateway, startServices, statusOf } from "./system.ts";

type Jvm = Awaited<ReturnType<typeof startJvm>>;

/** The real nginx in front of three real services with the generated policy, in front of a backend that always fails. */
interface System {
  readonly get: () => Promise<number>;
  readonly post: () => Promise<number>;
  readonly backendCalls: () => number;
  readonly stop: () => Promise<void>;
}

async function startSystem(example: string, nginx: Engine, jvm: Jvm): Promise<System> {
  const backend = await startBackend([{ status: 503 }]);
  const [listen = 0, ...ports] = await Promise.all(Array.from({ length: 4 }, () => freePort()));
  const places = Object.fromEntries(ports.map((port, index) => [`10.0.0.${index + 1}`, port]));
  const files = await generate(example, places, listen);
  const services = await startServices(jvm, files, backend.address, ports);
  const gateway = await startGateway(nginx, files);
  return {
    get: () => statusOf(listen, "GET"),
    post: () => statusOf(listen, "POST"),
    backendCalls: () => backend.calls.length,
    stop: async () => {
      await gateway.stop();
      await services.stop();
      await backend.stop();
    },
  };
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
