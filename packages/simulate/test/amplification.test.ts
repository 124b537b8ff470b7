import { compile, definePlugin, type Concern, type Model } from "@dpm/core";
import { expect, test } from "vitest";
import { amplification, layersOf, waysTo, type Amplification, type AmplificationOptions } from "../src/index.ts";
import { ms, s } from "./policies.ts";

const every: readonly Concern[] = ["retry", "circuit_breaker", "bulkhead", "fallback"];
const fields = ["exact"] as const;

/** A target in the process that can do everything, and a gateway that can retry. */
const code = definePlugin({
  name: "code",
  apiVersion: 1,
  support: { fault_tolerance: { layer: "in_process", concerns: every, fields } },
});
const front = definePlugin({
  name: "front",
  apiVersion: 1,
  support: {
    load_balancer: { layer: "gateway", fields },
    fault_tolerance: { layer: "gateway", concerns: ["retry"], fields },
  },
});

function modelOf(
  policy: string,
  owners: Readonly<Record<string, Readonly<Partial<Record<Concern, string>>>>> = {},
): Model {
  const text = `
    load_balancer Gateway {
      calls: [Shop]
      servers: ["10.0.0.1:80", "10.0.0.2:80", "10.0.0.3:80"]
      ejection: { enabled: false }
    }
    fault_tolerance Shop {
      retry: { max_attempts: 3, backoff: "fixed", initial_delay: "100ms" }
      timeout: "2s"
      circuit_breaker: { failure_threshold: 5, minimum_request_count: 10 }
      ${policy}
    }`;
  const targets = [code, front].map((plugin) => ({ name: plugin.name, plugin }));
  const { model, diagnostics } = compile({ sources: [{ name: "shop.dpm", text }], targets, owners });
  // The two targets only say what they can own; that they emit nothing is no matter here.
  const mistakes = diagnostics.filter((one) => one.severity === "error" && one.code !== "core/verdict-missing");
  expect(mistakes).toEqual([]);
  return model;
}

function only(model: Model, options?: AmplificationOptions): Amplification {
  const found = amplification(model, "Shop", options);
  if ("problem" in found) throw new Error(found.problem.message);
  expect(found).toHaveLength(1);
  const [first] = found;
  if (!first) throw new Error("nothing was found");
  return first;
}

test("every layer on its own makes nine calls per request where the owner makes three", () => {
  const found = only(modelOf(""), { inside: "shared" });
  expect(found).toMatchObject({
    way: ["Gateway", "Shop"],
    layers: ["front", "code"],
    alone: { callsPerRequest: 9 },
    generated: { callsPerRequest: 3, opensIn: 4 },
  });
});

test("with a breaker in the process of each server it takes three times as long to open", () => {
  expect(only(modelOf("")).generated).toMatchObject({ callsPerRequest: 3, opensIn: 10 });
});

test("a fallback inside hides the failure from the gateway; without fallbacks the failure is multiplied", () => {
  const model = modelOf('fallback: "returnEmpty"');
  expect(only(model).alone.callsPerRequest).toBe(3);
  expect(only(model, { fallbacks: false }).alone.callsPerRequest).toBe(9);
});

test("the gateway as chosen owner makes the three calls itself, each at another server", () => {
  const { generated } = only(modelOf("", { Shop: { retry: "front" } }));
  expect(generated.callsPerRequest).toBe(3);
  const [first] = generated.trace.requests;
  const hosts = generated.trace.events.filter((event) => event.type === "call" && event.request === first?.request);
  expect(new Set(hosts.map((event) => event.host)).size).toBe(3);
});

test("deadlines are stated by the owner of retries, and by every layer that acts alone", () => {
  const model = modelOf("");
  const [way = []] = waysTo(model, "Shop");
  const totals = (roles: "alone" | "owned") => layersOf(model, way, roles).map((layer) => layer.policy.timeout.total);
  expect(totals("alone")).toEqual([2 * s, 2 * s]);
  expect(totals("owned")).toEqual([undefined, 2 * s]);
});

test("another backend can be played", () => {
  const backend = { behaviour: "hang" } as const;
  const { generated } = only(modelOf(""), { backend, requests: 2 });
  expect(generated.trace.requests).toMatchObject([{ calls: 1, endedAt: 2000 * ms }, { calls: 1 }]);
});

test("a component without targets has nothing to amplify, and one that is not there neither", () => {
  const { model } = compile({ sources: [{ name: "a.dpm", text: "fault_tolerance Shop { retry: 3 }" }] });
  expect(amplification(model, "Shop")).toEqual([]);
  expect(amplification(model, "Nobody")).toEqual([]);
});

test("callers of callers are on the way, and a ring of callers ends", () => {
  const text = `
    fault_tolerance A { retry: 2, calls: [B] }
    fault_tolerance B { retry: 2, calls: [C] }
    fault_tolerance C { retry: 2, calls: [A] }`;
  const { model } = compile({ sources: [{ name: "ring.dpm", text }], targets: [{ name: "code", plugin: code }] });
  const found = amplification(model, "A");
  expect(found).toMatchObject([{ way: ["B", "C", "A"], generated: { callsPerRequest: 4 } }]);
});

test("a tangle of callers is not followed for ever", () => {
  const names = Array.from({ length: 14 }, (_, index) => `S${index}`);
  const text = names
    .map((name, index) => `fault_tolerance ${name} { retry: 1, calls: [${names.slice(index + 1).join(", ")}] }`)
    .join("\n");
  const { model } = compile({ sources: [{ name: "tangle.dpm", text }] });
  expect(waysTo(model, "S13")).toHaveLength(50);
});

test("a gateway turns to the next server at once, and its servers are left out as the block says", () => {
  const layers = (text: string) => {
    const { model } = compile({ sources: [{ name: "a.dpm", text }], targets: [{ name: "front", plugin: front }] });
    const [way = []] = waysTo(model, "Shop");
    return layersOf(model, way, "alone");
  };
  const block = (body: string) => `load_balancer Gateway { calls: [Shop], servers: ["a:80", "b:80"] ${body} }
    fault_tolerance Shop { retry: { max_attempts: 3, backoff: fixed, initial_delay: "100ms" } }`;
  const [gateway] = layers(block(""));
  expect(gateway?.policy.retry?.backoff).toBe("none");
  expect(gateway?.servers?.ejection).toEqual({ failures: 5, window: 10 * s, duration: 10 * s });
  const [checked] = layers(block(`health_check: { interval: "7s" }`));
  expect(checked?.servers?.ejection).toEqual({ failures: 3, window: 7 * s, duration: 7 * s });
  const [written] = layers(block(`health_check: { interval: "7s" }, ejection: { failures: 2, window: "3s" }`));
  expect(written?.servers?.ejection).toEqual({ failures: 2, window: 3 * s, duration: 3 * s });
  const [limited] = layers(block(`rate_limiting: { rate: "1/m" }`));
  expect(limited?.limit).toMatchObject({ perCaller: true });
  const [shared] = layers(block(`rate_limiting: { rate: "1/m", per: instance }`));
  expect(shared?.limit).not.toHaveProperty("perCaller");
});
