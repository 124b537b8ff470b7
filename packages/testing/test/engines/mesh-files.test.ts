import { expect, test } from "vitest";
import { assertLoopback } from "../../src/engines/mesh/loopback.ts";
import { lostFields } from "../../src/engines/mesh/lost-fields.ts";
import { resourcesOf, withNamespaces } from "../../src/engines/mesh/resources.ts";
import type { Resource } from "../../src/engines/mesh/resources.ts";

function resource(spec: NonNullable<Resource["spec"]>, kind = "VirtualService"): Resource {
  return { apiVersion: "networking.istio.io/v1", kind, metadata: { name: "orders", namespace: "default" }, spec };
}

function lost(given: object, understood: object): readonly string[] {
  return lostFields([resource({ ...given })], [resource({ ...understood })]);
}

test("a resource without a namespace gets `default`, whatever its layout, and nothing else changes", () => {
  const text = `# before
kind: A
metadata:
  # name
  name: a
  labels: { b: c }
---
kind: B
metadata: {name: b}
---
metadata:
    name: c
    namespace: shop
kind: C
---
# nothing
`;
  expect(withNamespaces("a.yaml", text)).toBe(
    text.replace("  name: a", "  namespace: default\n  name: a").replace("{name: b}", "{ namespace: default, name: b}"),
  );
  expect(resourcesOf({ a: withNamespaces("a.yaml", text) }).map(({ metadata }) => metadata.namespace)).toEqual([
    "default",
    "default",
    "shop",
  ]);
});

test("a file that is no YAML, or holds no resource, is an error with its name", () => {
  expect(() => resourcesOf({ "orders.yaml": "a: [" })).toThrow(/^orders\.yaml: /);
  expect(() => resourcesOf({ "orders.yaml": "kind: List" })).toThrow("orders.yaml: a document without `kind` and");
});

test("a field that was not understood is lost, at any depth, and so is a whole resource", () => {
  expect(lost({ http: [{ retries: { atempts: 2 } }] }, { http: [{ retries: {} }] })).toEqual([
    "VirtualService default/orders.spec.http[0].retries.atempts",
  ]);
  expect(lostFields([resource({}, "VirtualServce")], [resource({})])).toEqual([
    "VirtualServce default/orders: the whole resource",
  ]);
});

test("a value that became another one is lost, with both", () => {
  expect(lost({ host: "on", weights: [1, 2] }, { host: true, weights: [1] })).toEqual([
    'VirtualService default/orders.spec.host: "on" became true',
    "VirtualService default/orders.spec.weights: 2 elements became 1",
  ]);
  expect(lost({ timeout: "1m30s" }, { timeout: "91s" })).toHaveLength(1);
  expect(lost({ timeout: "0s" }, {})).toHaveLength(1);
});

test("a duration in other words, and what Istio leaves out because it is the default, are not lost", () => {
  const given = { timeout: "1500ms", interval: "1m30s", attempts: 0, split: false, resolution: "NONE", match: [] };
  expect(lost(given, { timeout: "1.500s", interval: "90s" })).toEqual([]);
});

test("a server beyond loopback is refused, and so is an endpoint", () => {
  const port = { number: 80, protocol: "HTTP", name: "http" };
  const beyond = [
    resource({ servers: [{ port, hosts: ["*"] }] }, "Gateway"),
    resource({ servers: [{ port, bind: "0.0.0.0" }] }, "Gateway"),
    resource({ egress: [{ hosts: ["*/*"] }] }, "Sidecar"),
    resource({ resolution: "STATIC", endpoints: [{ address: "10.0.0.1" }] }, "ServiceEntry"),
    resource({ resolution: "DNS" }, "ServiceEntry"),
    resource({ address: "orders.internal" }, "WorkloadEntry"),
  ];
  for (const one of beyond) expect(() => assertLoopback([one])).toThrow(`${one.kind} \`orders\` needs 127.0.0.1 as`);
  const within = [
    resource({ servers: [{ port, bind: "127.0.0.1" }] }, "Gateway"),
    resource({ resolution: "DNS", endpoints: [{ address: "127.0.0.1" }] }, "ServiceEntry"),
    resource({ resolution: "NONE" }, "ServiceEntry"),
    resource({ http: [] }),
  ];
  expect(() => assertLoopback(within)).not.toThrow();
});
