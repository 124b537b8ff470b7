import { compile } from "@dpm/core";
import { expect, test } from "vitest";
import plugin from "../src/index.ts";

/** What is made of a text. */
function istio(text: string): string {
  const { artifacts, diagnostics } = compile({
    sources: [{ name: "a.dpm", text }],
    targets: [{ name: "istio", plugin }],
  });
  if (artifacts.length === 0) throw new Error(diagnostics.map((one) => one.message).join("\n"));
  return artifacts.map((one) => one.content.text).join("\n");
}

const shop =
  'load_balancer Shop { servers: [{ host: "10.0.0.1", port: 8080 }, { host: "10.0.0.2", port: 8080, weight: 3 }] }\n';

test("[G20] there is no `CircuitBreaker`: a breaker's place is the traffic policy of a `DestinationRule`", () => {
  const text = istio(
    `${shop}fault_tolerance Shop { retry: { max_attempts: 3 } bulkhead: 10 circuit_breaker: { failure_threshold: 5 } }`,
  );
  const kinds = [...text.matchAll(/^kind: (\w+)$/gm)].map(([, kind]) => kind);
  expect(new Set(kinds)).toEqual(new Set(["ServiceEntry", "VirtualService", "DestinationRule"]));
  expect(text).toContain("outlierDetection:");
  expect(text).toContain("connectionPool:");
});

test("[17] three attempts are two retries", () => {
  expect(istio(`${shop}fault_tolerance Shop { idempotent: true retry: { max_attempts: 3 } }`)).toContain("attempts: 2");
});

test("[76-80] a server's weight is that of its endpoint", () => {
  expect(istio(shop)).toMatch(/address: "10\.0\.0\.2"\n +ports:\n +http: 8080\n +weight: 3/);
});

test("[88-92] affinity takes the strategy's place", () => {
  const text = istio(shop.replace(" }\n", ' session_affinity: { cookie_name: "session_id" ttl: "30m" } }\n'));
  expect(text).toMatch(/consistentHash:\n +httpCookie:\n +name: session_id/);
  expect(text).not.toContain("simple: ROUND_ROBIN");
});
