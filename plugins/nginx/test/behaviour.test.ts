import {
  describeEngine,
  deviations,
  hostileStrings,
  vectors,
  type Observed,
  type Vector,
  type VectorOutcome,
} from "@dpm/testing";
import { describe, expect, test } from "vitest";
import { startGateway, type Gateway, type Setup } from "./gateway.ts";

type Answer = { readonly status?: number; readonly hang?: boolean; readonly afterMs?: number };

/** What a real backend does for an outcome of a vector. */
function answerOf({ outcome }: VectorOutcome): Answer {
  return { ok: { status: 200 }, error: { status: 503 }, hang: { hang: true }, business: { status: 404 }, refuse: {} }[
    outcome
  ];
}

const hosts = ["10.0.0.1:8080", "10.0.0.2:8080", "10.0.0.3:8080"];

function setupOf(vector: Vector): Setup {
  const does = vector.layers?.[0]?.does ?? [];
  const inProcess = (["retry", "fallback"] as const).filter((concern) => !does.includes(concern));
  const count = hosts.filter((host) => vector.dpm.includes(host.replace(":8080", ""))).length;
  const { script, hosts: scripts } = vector.backend;
  let arrived = 0;
  const shared = (): Answer => answerOf(script?.[Math.min(arrived++, script.length - 1)] ?? { outcome: "ok" });
  const own = (host: string) => {
    const outcomes = scripts?.[host] ?? [];
    return outcomes[0]?.outcome === "refuse" ? undefined : outcomes.map(answerOf);
  };
  const servers = hosts.slice(0, count).map((host) => (script ? shared : own(host)));
  return { dpm: vector.dpm, servers, inProcess };
}

async function observe(gateway: Gateway, vector: Vector): Promise<Observed> {
  const seen = (): number => gateway.backends.reduce((sum, backend) => sum + backend.calls.length, 0);
  const requests: Observed["requests"][number][] = [];
  for (let request = 0; request < (vector.requests ?? 1); request++) {
    const started = performance.now();
    const response = await fetch(gateway.url, { method: vector.idempotent === false ? "POST" : "GET" });
    // The backends answer without a body, so a body is the gateway's own.
    const answer = !response.ok ? "error" : (await response.text()) === "" ? "ok" : "fallback";
    requests.push({ answer, seen: seen(), takes: (performance.now() - started) * 1000 });
  }
  const seenBy = Object.fromEntries(
    gateway.backends.map((backend, index) => [hosts[index] ?? "", backend.calls.length]),
  );
  return { backendCalls: seen(), requests, seenBy };
}

const gatewayVectors = vectors.filter((one) => one.layers?.length === 1 && one.layers[0]?.layer === "gateway");

describe.each(["nginx-1.22", "nginx-1.31"])("%s", (name) => {
  describeEngine(name, (nginx) => {
    test.each(gatewayVectors.map((one) => [one.name, one] as const))("%s", async (_, vector) => {
      const gateway = await startGateway(nginx, setupOf(vector));
      try {
        const refusing = Object.values(vector.backend.hosts ?? {}).some((outcomes) =>
          outcomes.some((one) => one.outcome === "refuse"),
        );
        // A refused connection is a call for the model, but nobody on the other side can count it.
        const uncounted = refusing ? (["backendCalls", "cumulative", "seenBy"] as const) : [];
        const unseen = [...uncounted, "answeredBy"] as const;
        expect(deviations(vector.expected, await observe(gateway, vector), { unseen, slack: 1_000_000 })).toEqual([]);
      } finally {
        await gateway.stop();
      }
    });

    test("a server that fails is left out after its failures, and what it cannot say is answered with the fallback, byte by byte", async () => {
      const answer = { status: "degraded", price: "$5 ${host}", note: `"quoted"; {braces} \\ and\nlines` };
      const dpm = `load_balancer Gateway {
  calls: [Shop]
  servers: ["10.0.0.1:8080"]
}
fault_tolerance Shop { fallback: { default_response: ${JSON.stringify(answer)} } }`;
      const gateway = await startGateway(nginx, { dpm, servers: [[{ status: 503 }]] });
      try {
        const response = await fetch(gateway.url);
        expect(response.status).toBe(200);
        expect(response.headers.get("content-type")).toBe("application/json");
        expect(await response.text()).toBe(JSON.stringify(answer));
      } finally {
        await gateway.stop();
      }
    });

    test("the last good answer is served when the server fails", async () => {
      const dpm = `load_balancer Gateway {
  calls: [Shop]
  servers: ["10.0.0.1:8080"]
}
fault_tolerance Shop { fallback: { strategy: "useCache", default_response: { from: "default" } } }`;
      const gateway = await startGateway(nginx, { dpm, servers: [[{ body: "good" }, { status: 503 }]] });
      try {
        expect(await (await fetch(gateway.url)).text()).toBe("good");
        await new Promise((done) => setTimeout(done, 2100));
        expect(await (await fetch(gateway.url)).text()).toBe("good");
        expect(await (await fetch(`${gateway.url}/other`)).text()).toBe('{"from":"default"}');
        expect(gateway.backends[0]?.calls.length).toBe(3);
      } finally {
        await gateway.stop();
      }
    });

    test("a hang is given up at the idle limit and is not replayed where another layer owns the retries", async () => {
      const dpm = `load_balancer Gateway {
  calls: [Shop]
  servers: ["10.0.0.1:8080", "10.0.0.2:8080"]
}
fault_tolerance Shop { retry: 3, timeout: { total: "500ms", connect: "200ms" } }`;
      const gateway = await startGateway(nginx, {
        dpm,
        servers: [[{ hang: true }], [{ hang: true }]],
        inProcess: ["retry"],
      });
      try {
        const started = performance.now();
        expect((await fetch(gateway.url)).status).toBe(504);
        expect(performance.now() - started).toBeGreaterThan(700);
        expect(gateway.backends.reduce((sum, one) => sum + one.calls.length, 0)).toBe(1);
      } finally {
        await gateway.stop();
      }
    });

    test("a client without and with the cookie of its affinity: anywhere, and always at the same server", async () => {
      const dpm = `load_balancer Gateway {
  servers: ["10.0.0.1:8080", "10.0.0.2:8080", "10.0.0.3:8080"]
  session_affinity: { cookie_name: "session_id", ttl: "30m" }
}`;
      const gateway = await startGateway(nginx, { dpm, servers: [[{}], [{}], [{}]] });
      try {
        const counts = (): readonly number[] => gateway.backends.map((one) => one.calls.length);
        let cookie = "session_id=somebody";
        for (let request = 0; request < 30; request++)
          cookie = (await fetch(gateway.url)).headers.get("set-cookie")?.split(";")[0] ?? cookie;
        expect(counts().filter((count) => count > 0).length).toBe(3);
        const before = counts();
        for (let request = 0; request < 12; request++) await fetch(gateway.url, { headers: { cookie } });
        const more = counts().map((count, index) => count - (before[index] ?? 0));
        expect(more.toSorted((one, other) => one - other)).toEqual([0, 0, 12]);
      } finally {
        await gateway.stop();
      }
    });

    test(`all ${hostileStrings.length} hostile strings come back exactly in the fallback's answer`, async () => {
      const wellFormed = hostileStrings.map((one) => one.toWellFormed());
      for (const group of chunks(wellFormed, 20)) {
        const dpm = `load_balancer Gateway {
  calls: [Shop]
  servers: ["10.0.0.1:8080"]
}
fault_tolerance Shop { fallback: { default_response: ${JSON.stringify({ all: group })} } }`;
        const gateway = await startGateway(nginx, { dpm, servers: [undefined] });
        try {
          expect(JSON.parse(await (await fetch(gateway.url)).text())).toEqual({ all: group });
        } finally {
          await gateway.stop();
        }
      }
    }, 60_000);
  });
});

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
