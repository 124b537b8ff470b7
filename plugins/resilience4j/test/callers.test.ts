import { expect, test } from "vitest";
import { javaSources } from "./generated.ts";

const nginx = { name: "nginx", layer: "gateway", concerns: ["retry"] } as const;

/** The names of the classes that come out where a gateway retries its own calls, and these services call too. */
function classes(
  services: readonly string[],
  more = "",
  neighbour: typeof nginx & { components?: string[] } = nginx,
): readonly string[] {
  const callers = services.map((name) => `service_discovery ${name} { registry: "eureka", calls: [Shop] }\n`);
  const dpm = `fault_tolerance Shop { retry: 2, owners: { retry: "nginx" } }
load_balancer Gateway { calls: [Shop] }
${callers.join("")}${more}`;
  return Object.keys(javaSources(dpm, { neighbours: [neighbour] })).map((path) => path.replace("com/example/", ""));
}

test("where all callers leave the same to it, one class serves them", () => {
  expect(classes([])).toEqual(["shop/ShopPolicy.java"]);
  const dpm = `fault_tolerance Shop { retry: 2 }
load_balancer Gateway { calls: [Shop] }
service_discovery Web { registry: "eureka", calls: [Shop] }`;
  expect(Object.keys(javaSources(dpm))).toEqual(["com/example/shop/ShopPolicy.java"]);
});

test("where they do not, each service has a class of its own beside that of the component's operations", () => {
  expect(classes(["Web", "back-office"])).toEqual([
    "shop/ShopPolicy.java",
    "shop/WebToShopPolicy.java",
    "shop/BackOfficeToShopPolicy.java",
  ]);
});

test("two policies of one class name are refused, whatever their packages", () => {
  expect(() => classes(["Web", "web"])).toThrow(
    "resilience4j/same-class: `Web to Shop` and `web to Shop` would both be the Java class com.example.shop.WebToShopPolicy",
  );
  expect(() => classes(["Web"], "fault_tolerance WebToShop { retry: 2 }")).toThrow("resilience4j/same-class");
});

test("two gateways that leave different things to the one process are refused", () => {
  const more = "load_balancer Other { calls: [Shop] }";
  expect(() => classes([], more, { ...nginx, components: ["Gateway"] })).toThrow("resilience4j/owners-differ");
  expect(classes([], more)).toEqual(["shop/ShopPolicy.java"]);
});
