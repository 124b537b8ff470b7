import { describeEngine } from "@dpm/testing";
import { describe, expect, test } from "vitest";
import { startGateway, type Gateway, type Setup } from "./gateway.ts";

const two = ["10.0.0.1:8080", "10.0.0.2:8080"];

function model(retry: string, more = "", servers: readonly string[] = two): string {
  return `load_balancer Gateway {
  calls: [Shop]
  servers: ${JSON.stringify(servers)}
  ${more}
}
fault_tolerance Shop {
  retry: ${retry}
  timeout: "2s"
}`;
}

async function statuses(gateway: Gateway, count: number, method = "GET"): Promise<readonly number[]> {
  const seen: number[] = [];
  for (let request = 0; request < count; request++) seen.push((await fetch(gateway.url, { method })).status);
  return seen;
}

const calls = (gateway: Gateway): readonly number[] => gateway.backends.map((one) => one.calls.length);
const all = (count: number, status: number): readonly number[] => Array.from({ length: count }, () => status);

describe.each(["nginx-1.22", "nginx-1.31"])("%s", (name) => {
  describeEngine(name, (nginx) => {
    async function served(setup: Setup, asserts: (gateway: Gateway) => Promise<void>): Promise<void> {
      const gateway = await startGateway(nginx, setup);
      try {
        await asserts(gateway);
      } finally {
        await gateway.stop();
      }
    }

    test.each(["1", '{ max_attempts: 2, on: ["503"] }', '{ max_attempts: 2, on: ["timeout"] }'])(
      "a server that refuses is passed over, whatever is retried: retry: %s",
      (retry) =>
        served({ dpm: model(retry), servers: [undefined, [{}]] }, async (gateway) => {
          expect(await statuses(gateway, 6)).toEqual(all(6, 200));
          expect(await statuses(gateway, 6, "POST")).toEqual(all(6, 200));
          expect(calls(gateway)).toEqual([12]);
        }),
    );

    test("a single attempt that fails is not followed by another, unless its connection broke", () =>
      served({ dpm: model("1"), servers: [[{ status: 503 }], [{ status: 503 }]] }, async (gateway) => {
        expect(await statuses(gateway, 4)).toEqual(all(4, 503));
        expect(calls(gateway)).toEqual([2, 2]);
      }).then(() =>
        served({ dpm: model("1"), servers: [[{ reset: true }], [{ reset: true }]] }, async (gateway) => {
          expect(await statuses(gateway, 1, "POST")).toEqual([502]);
          expect(calls(gateway).toSorted((a, b) => a - b)).toEqual([0, 1]);
          expect(await statuses(gateway, 1)).toEqual([502]);
          expect(calls(gateway).toSorted((a, b) => a - b)).toEqual([1, 2]);
        }),
      ));

    test("without failover a server that refuses is an error, and a retry still goes to the next server", () =>
      served({ dpm: model("2", "failover: false"), servers: [undefined, [{ status: 503 }]] }, async (gateway) => {
        // The server that answers 503 is followed by the one that refuses.
        expect(await statuses(gateway, 4)).toEqual(all(4, 502));
        expect(calls(gateway)).toEqual([2]);
      }));

    test("fewer servers than attempts may be tried: the smaller number holds", () =>
      served(
        {
          dpm: model("3", "failover: { max_servers: 2 }", [...two, "10.0.0.3:8080"]),
          servers: [[{ status: 503 }], [{ status: 503 }], [{ status: 503 }]],
        },
        async (gateway) => {
          expect(await statuses(gateway, 3)).toEqual(all(3, 503));
          expect(calls(gateway).reduce((sum, one) => sum + one, 0)).toBe(3 * 2);
        },
      ));

    test("a status counts towards leaving a server out when the next one is tried after it, and only then", () =>
      served(
        {
          dpm: model("2", "ejection: { failures: 2 }", [...two, "10.0.0.3:8080"]),
          servers: [[{ status: 503 }], [{ status: 503 }], [{}]],
        },
        async (gateway) => {
          expect(await statuses(gateway, 12)).toEqual([503, ...all(11, 200)]);
          // The second server's first failure was that of a last try.
          expect(calls(gateway)).toEqual([2, 3, 11]);
        },
      ).then(() =>
        served(
          { dpm: model("2", "ejection: { failures: 2 }"), servers: [[{ status: 503 }], [{}]] },
          async (gateway) => {
            expect(await statuses(gateway, 8, "POST")).toEqual([503, 200, 503, 200, 503, 200, 503, 200]);
          },
        ),
      ));

    test("each of two callees has its prefix, which is taken off, and nothing else is answered but with 404", () => {
      const dpm = `load_balancer Gateway {
  calls: [Shop, StockKeeper]
  servers: ["10.0.0.1:8080"]
}
fault_tolerance Shop { retry: 1 }
fault_tolerance StockKeeper { retry: 1 }`;
      return served({ dpm, servers: [[{ body: "answered" }]] }, async (gateway) => {
        const at = async (path: string): Promise<string> => {
          const response = await fetch(gateway.url + path);
          return response.ok ? response.text() : String(response.status);
        };
        expect(await at("/shop/items?id=1")).toBe("answered");
        expect(await at("/stock-keeper/")).toBe("answered");
        for (const path of ["/", "/index.html", "/50x.html", "/shopping", "/Shop/"]) expect(await at(path)).toBe("404");
        expect(gateway.backends[0]?.calls.map((one) => one.path)).toEqual(["/items?id=1", "/"]);
      });
    });
  });
});
