import { expect, test } from "vitest";
import { compileText, layerTarget, only, target } from "../compile/compiling.ts";
import { deadlines } from "../../src/2-normalize/deadlines.ts";
import { readOne } from "../read/reading.ts";
import { componentIn, found, policyIn } from "./finding.ts";

test("[284-290] a pattern that the component does not have is told with who has it; nothing is guessed", () => {
  const text = `generate_java OrderService { patterns: ["fault_tolerance", "load_balancer"] }
fault_tolerance OrderService {}
load_balancer ApiGateway {}
load_balancer WebCluster {}`;
  expect(found(text)).toEqual(["warning pattern-not-defined: load_balancer"]);
  expect(only(compileText(text).diagnostics, "core/pattern-not-defined").help).toContain(
    '`"load_balancer = ApiGateway"`, `"load_balancer = WebCluster"`',
  );
  expect(found(text.replace('"load_balancer"', '"load_balancer = ApiGateway"'))).toEqual([]);
  expect(found(text, { strict: ["warning"] })).toContain("error pattern-not-defined: load_balancer");
});

test("[301-309] what is protected are the calls to a component: the policy is one of each call, whatever class it stands in", () => {
  const { policy } = componentIn(
    'fault_tolerance OrderService { timeout: "2s" circuit_breaker: { failure_threshold: 5 } }\ngenerate_java OrderService { framework: spring_cloud }',
    "OrderService",
  );
  expect(policy).toMatchObject({ timeout: { total: 2_000_000 }, breaker: { trip: { failures: 5 } } });
});

test("[305] the whole call, with all its attempts, has the timeout as its deadline in the process that retries", () => {
  const code = layerTarget("code", "in_process", ["retry"]);
  const { model } = compileText('fault_tolerance A { retry: { max_attempts: 3 } timeout: "2s" }', {
    targets: [target(code)],
  });
  const [edge] = model.edges;
  const [component] = model.components;
  expect(edge && component && deadlines(edge, component, "code")).toMatchObject({ total: { value: 2_000_000 } });
});

test("[316] a fallback is an answer's body or an empty answer, of which a method of any signature can make its own", () => {
  expect(policyIn('fallback: { default_response: { status: "degraded" } }').fallback).toMatchObject({
    chain: ["default_response"],
    defaultResponse: { status: "degraded" },
  });
  expect(policyIn('fallback: { strategy: return_empty empty: "list" }').fallback).toMatchObject({
    chain: ["empty"],
    empty: "list",
  });
});

test("[326 vs 340-361] a component without a policy has none in generated code either, and is told; another's numbers are not taken", () => {
  const text = `fault_tolerance OrderService { retry: { max_attempts: 3 initial_delay: "100ms" } }
generate_go PaymentService { framework: "go_micro" patterns: ["fault_tolerance"] output: { directory: "cmd/payment" module: "github.com/example/payment" } }`;
  expect(found(text)).toEqual(["warning pattern-not-defined: fault_tolerance"]);
  expect(componentIn(text, "PaymentService").policy).toEqual({ timeout: { connect: 1_000_000 }, idempotent: false });
});

test("[384-397] generated code has its own component's numbers", () => {
  const text = `fault_tolerance OrderService { timeout: "2s" circuit_breaker: { failure_threshold: 5 reset_timeout: "30s" } }
fault_tolerance InventoryService { timeout: "1s" circuit_breaker: { failure_threshold: 3 reset_timeout: "10s" } }
generate_nodejs InventoryService { framework: "express" patterns: ["fault_tolerance"] output: { package_name: "inventory-service" } }`;
  expect(componentIn(text, "InventoryService").policy).toMatchObject({
    timeout: { total: 1_000_000 },
    breaker: { resetTimeout: 10_000_000, trip: { kind: "consecutive", failures: 3 } },
  });
});

test("[292-293] a package may stand alone: class, group and version have defaults, and a build file is made only if asked for", () => {
  expect(readOne("generate_java", 'output: { package: "com.example.orders" }').output).toEqual({
    directory: "src/main/java",
    package: "com.example.orders",
    version: "0.1.0",
    build: "none",
  });
  expect(readOne("generate_java", "output: { build: maven }").output?.build).toBe("maven");
});

test("[333] a Go module may be named; without a name it is left to the `go.mod` that is there", () => {
  expect(readOne("generate_go", 'output: { module: "github.com/example/payment" }').output?.module).toBe(
    "github.com/example/payment",
  );
  expect(readOne("generate_go", "output: {}").output).toEqual({ directory: "." });
});
