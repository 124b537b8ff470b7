import {
  describeEngine,
  deviations,
  startBackend,
  vectors,
  type Observed,
  type Vector,
  type VectorOutcome,
} from "@dpm/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leftAlone, leftOut, refusals, shop, startStage, type Answer, type Stage } from "./mesh.ts";

const one = `servers: ["10.0.0.1:8080"]`;
const two = `servers: ["10.0.0.1:8080", "10.0.0.2:8080"]`;
const calm = "ejection: { enabled: false }";

function model(policy: string, servers = `${one}\n  ${calm}`): string {
  return `load_balancer Shop {\n  ${servers}\n}\nfault_tolerance Shop {\n  ${policy}\n}\n`;
}

const error = [{ status: 503 }];
const hang = [{ hang: true }];
const patient = `timeout: { total: "20s", per_attempt: "5s", connect: "300ms" }`;

const meshVectors = vectors.filter(({ layers }) => layers?.length === 1 && layers[0]?.layer === "mesh");

/** What a real backend does for an outcome of a vector. */
function answerOf({ outcome, after }: VectorOutcome): Answer {
  const answer = { ok: {}, error: { status: 503 }, hang: { hang: true }, business: { status: 404 }, refuse: {} }[
    outcome
  ];
  return after === undefined ? answer : { ...answer, afterMs: Number.parseInt(after, 10) };
}

/** Envoy's timers go by the clock of its event loop's last turn: measured, they strike up to 1.2 ms early, each. */
const early = 5;

/** Requests one after the other, or all at once where each has a caller of its own. */
async function observe({ call, seen }: Stage, { requests = 1, callers = 1, idempotent }: Vector): Promise<Observed> {
  const method = idempotent === false ? "POST" : "GET";
  const send = async (): Promise<Observed["requests"][number]> => {
    const { status, tookMs } = await call({ method });
    return { answer: status < 400 ? "ok" : "error", seen: seen()[0] ?? 0, takes: (tookMs + early) * 1000 };
  };
  const sent = [];
  if (callers > 1) sent.push(...(await Promise.all(Array.from({ length: requests }, send))));
  else for (let request = 0; request < requests; request++) sent.push(await send());
  return { backendCalls: seen()[0] ?? 0, requests: sent };
}

describeEngine("envoy", (envoy) => {
  describeEngine("istio", (istio) => {
    let stage: Awaited<ReturnType<typeof startStage>>;
    beforeAll(async () => void (stage = await startStage(istio, envoy)));
    afterAll(async () => stage.stop());

    test.each(meshVectors)("$name", async (vector) => {
      const does = vector.layers?.[0]?.does ?? [];
      const inProcess = (["retry", "bulkhead"] as const).filter((concern) => !does.includes(concern));
      const observed = await stage.play(
        { dpm: vector.dpm, servers: [vector.backend.script?.map(answerOf) ?? []], inProcess },
        (played) => observe(played, vector),
      );
      expect(deviations(vector.expected, observed, { unseen: ["answeredBy"], slack: 3_000_000 })).toEqual([]);
    });

    describe("where Istio owns the retries", () => {
      test("a PUT may be sent again, a POST not once it may have been served", () =>
        stage.play({ dpm: model(`retry: 3\n  ${patient}`), servers: [error] }, async ({ call, seen }) => {
          await call({ method: "POST" });
          expect(seen()).toEqual([1]);
          await call({ method: "PUT" });
          expect(seen()).toEqual([4]);
        }));

      test("a POST is, where the model says that all requests are idempotent", () =>
        stage.play(
          { dpm: model(`retry: 3\n  idempotent: true\n  ${patient}`), servers: [error] },
          async ({ call, seen }) => {
            await call({ method: "POST" });
            expect(seen()).toEqual([3]);
          },
        ));

      test("only what `on` names is tried again", () =>
        stage.play(
          {
            dpm: model(`retry: { max_attempts: 3, on: ["502"] }\n  ${patient}`),
            servers: [[{ status: 502 }, { status: 500 }]],
          },
          async ({ call, seen }) => {
            expect((await call()).status).toBe(500);
            expect(seen()).toEqual([2]);
          },
        ));

      test("a port that refuses is tried as often", () =>
        stage.play({ dpm: model(`retry: 3\n  ${patient}`), servers: [undefined] }, async ({ mesh, call }) => {
          const before = await refusals(mesh);
          expect((await call({ method: "POST" })).status).toBe(503);
          expect((await refusals(mesh)) - before).toBe(3);
        }));
    });

    describe("where another layer owns the retries", () => {
      const policy = `retry: 3\n  timeout: { total: "2s", per_attempt: "600ms", connect: "300ms" }`;

      test("a request that reached no server is sent to the next one, a POST too", () =>
        stage.play(
          { dpm: model(policy, `${two}\n  ${calm}`), servers: [undefined, [{}]], inProcess: ["retry"] },
          async ({ call, seen }) => {
            for (let request = 0; request < 10; request++) expect((await call({ method: "POST" })).status).toBe(200);
            expect(seen()).toEqual([10]);
          },
        ));

      test("each of two servers that refuse is tried once, and not twice more as Istio's own default would", () =>
        stage.play(
          { dpm: model(policy, `${two}\n  ${calm}`), servers: [undefined, undefined], inProcess: ["retry"] },
          async ({ mesh, call }) => {
            const before = await refusals(mesh);
            expect((await call()).status).toBe(503);
            expect((await refusals(mesh)) - before).toBe(2);
          },
        ));

      test("and to none where `failover` is off", () =>
        stage.play(
          {
            dpm: model(policy, `${two}\n  ${calm}\n  failover: false`),
            servers: [undefined, [{}]],
            inProcess: ["retry"],
          },
          async ({ call, seen }) => {
            const statuses = [];
            for (let request = 0; request < 10; request++) statuses.push((await call()).status);
            expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 200, 200, 200, 200, 503, 503, 503, 503, 503]);
            expect(seen()).toEqual([5]);
          },
        ));

      test("a hang is ended by the limit of one attempt where the calling process retries, and not sent again", () =>
        stage.play(
          {
            dpm: `${model(policy)}\nfault_tolerance Orders { timeout: "30s", calls: [Shop] }`,
            servers: [hang],
            inProcess: ["retry"],
          },
          async ({ call, seen }) => {
            const { status, tookMs } = await call();
            expect(status).toBe(504);
            expect(seen()).toEqual([1]);
            expect(tookMs).toBeGreaterThan(590);
            expect(tookMs).toBeLessThan(2000);
          },
        ));

      test("and by a net around the deadline where the process that is called retries", () =>
        stage.play({ dpm: model(policy), servers: [hang], inProcess: ["retry"] }, async ({ call, seen }) => {
          const { status, tookMs } = await call();
          expect(status).toBe(504);
          expect(seen()).toEqual([1]);
          expect(tookMs).toBeGreaterThan(2240);
        }));
    });

    describe("ejection", () => {
      const hair = (more = "") => `retry: { max_attempts: 1 }\n  ${patient}${more}`;

      test("a server that fails so many times in a row is left out, and comes back", () =>
        stage.play(
          {
            dpm: model(hair(), `${two}\n  ejection: { failures: 3, duration: "2s" }`),
            servers: [[...Array.from({ length: 3 }, () => ({ status: 503 })), {}], [{}]],
          },
          async ({ mesh, call, seen }) => {
            expect(await leftAlone(call, seen)).toBe(0);
            const [a = 0, b = 0] = seen();
            expect(a).toBeGreaterThanOrEqual(3);
            for (let request = 0; request < 10; request++) expect((await call()).status).toBe(200);
            expect(seen()).toEqual([a, b + 10]);
            await leftOut(mesh, 0);
            for (let request = 0; request < 10; request++) expect((await call()).status).toBe(200);
            expect(seen()[0]).toBeGreaterThan(a);
          },
        ));

      test("fewer failures in a row leave nobody out", () =>
        stage.play(
          {
            dpm: model(hair(), two),
            servers: [[...Array.from({ length: 4 }, () => ({ status: 503 })), {}], [{}]],
          },
          async ({ call, seen }) => {
            for (let request = 0; request < 30; request++) await call();
            expect(seen()).toEqual([15, 15]);
          },
        ));

      test("the only server is not, so that somebody answers", () =>
        stage.play(
          {
            dpm: model(hair(), `${one}\n  ejection: { failures: 3, duration: "30s" }`),
            servers: [[...Array.from({ length: 6 }, () => ({ status: 503 })), {}]],
          },
          async ({ call, seen }) => {
            const statuses = [];
            for (let request = 0; request < 8; request++) statuses.push((await call()).status);
            expect(statuses).toEqual([503, 503, 503, 503, 503, 503, 200, 200]);
            expect(seen()).toEqual([8]);
          },
        ));

      test("the last of two is not, though both fail", () =>
        stage.play(
          { dpm: model(hair(), `${two}\n  ejection: { failures: 2, duration: "30s" }`), servers: [error, error] },
          async ({ call, seen }) => {
            const out = await leftAlone(call, seen);
            const before = seen();
            for (let request = 0; request < 10; request++) expect((await call()).status).toBe(503);
            const more = seen().map((count, index) => count - (before[index] ?? 0));
            expect(more).toEqual(out === 0 ? [0, 10] : [10, 0]);
          },
        ));

      test("nobody is where it is off", () =>
        stage.play({ dpm: model(hair(), `${two}\n  ${calm}`), servers: [error, [{}]] }, async ({ call, seen }) => {
          for (let request = 0; request < 20; request++) await call();
          expect(seen()).toEqual([10, 10]);
        }));

      test("five failures leave a server out where nothing is written", () =>
        stage.play({ dpm: model(hair(), two), servers: [error, [{}]] }, async ({ call, seen }) => {
          expect(await leftAlone(call, seen)).toBe(0);
          const [a = 0] = seen();
          expect(a).toBeGreaterThanOrEqual(5);
          for (let request = 0; request < 10; request++) expect((await call()).status).toBe(200);
          expect(seen()[0]).toBe(a);
        }));
    });

    describe("load balancing", () => {
      test("servers get calls in proportion to their weights", () =>
        stage.play(
          {
            dpm: `load_balancer Shop {
  servers: [{ host: "10.0.0.1", port: 8080, weight: 1 }, { host: "10.0.0.2", port: 8080, weight: 3 }]
}`,
            servers: [[{}], [{}]],
          },
          async ({ call, seen }) => {
            for (let request = 0; request < 40; request++) await call();
            expect(seen()).toEqual([10, 30]);
          },
        ));

      test("a client with the cookie of its affinity always meets the same server, clients without any meet all", () =>
        stage.play(
          {
            dpm: `load_balancer Shop {\n  ${two}\n  session_affinity: { cookie_name: "session_id", ttl: "30m" }\n}`,
            servers: [[{}], [{}]],
          },
          async ({ call, seen }) => {
            const cookies = [];
            for (let request = 0; request < 20; request++)
              cookies.push((await call()).headers["set-cookie"]?.[0] ?? "");
            expect(cookies.every((one) => /^session_id=.+Max-Age=1800/i.test(one))).toBe(true);
            expect(seen().every((count) => count > 0)).toBe(true);
            const before = seen();
            const cookie = cookies[0]?.split(";")[0] ?? "";
            for (let request = 0; request < 12; request++) await call({ headers: { cookie } });
            const more = seen().map((count, index) => count - (before[index] ?? 0));
            expect(more.toSorted((a, b) => a - b)).toEqual([0, 12]);
          },
        ));

      test("a header that is hashed always leads to the same server, a URI too", () =>
        stage.play(
          {
            dpm: `load_balancer Shop {\n  ${two}\n  strategy: consistent_hash\n  hash_key: uri\n}`,
            servers: [[{}], [{}]],
          },
          async ({ call, seen }) => {
            for (let request = 0; request < 12; request++) await call({ path: "/a?b=c" });
            expect(seen().toSorted((a, b) => a - b)).toEqual([0, 12]);
            for (let request = 0; request < 30; request++) await call({ path: `/${request}` });
            expect(seen().every((count) => count > 2)).toBe(true);
          },
        ));
    });

    describe("callers between which the owners differ", () => {
      test("are told apart: a service that retries itself is not retried for, whoever else calls is", () =>
        stage.play(
          {
            dpm: `${model(`retry: 3\n  ${patient}`)}
load_balancer Gateway { servers: ["10.9.9.9:80"], calls: [Shop] }
fault_tolerance Orders { timeout: "30s", calls: [Shop] }`,
            servers: [error],
            inProcess: ["retry"],
            inProcessOf: ["Orders"],
            gateway: true,
          },
          async ({ mesh, call, seen }) => {
            await call();
            expect(seen()).toEqual([1]);
            await mesh.proxies.gateway.call(shop);
            expect(seen()).toEqual([4]);
          },
        ));
    });

    describe("limits", () => {
      test("one and the burst are admitted at once in front of every instance, the rest is answered with 429", () =>
        stage.play(
          {
            dpm: `load_balancer Shop {\n  ${one}\n  rate_limiting: { rate: "1/m", burst_size: 2, per: instance }\n}`,
            servers: [[{}]],
            options: { envoy_filter: true },
          },
          async () => {
            const behind = await startBackend([{}], stage.inbound.to);
            try {
              const statuses = [];
              for (let request = 0; request < 6; request++)
                statuses.push((await fetch(`http://127.0.0.1:${stage.inbound.from}/`)).status);
              expect(statuses).toEqual([200, 200, 200, 429, 429, 429]);
              expect(behind.calls).toHaveLength(3);
            } finally {
              await behind.stop();
            }
          },
        ));
    });
  });
});
