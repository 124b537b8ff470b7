import { expect, test } from "vitest";
import { registeredPort } from "../../src/2-normalize/registered-port.ts";
import { readOne } from "../read/reading.ts";
import { componentIn, found } from "./finding.ts";

const consul = (body: string): string => `service_discovery PaymentService { registry: consul ${body} }`;

test("[108-115] three ways to check are three checks", () => {
  const { healthCheck } = readOne(
    "service_discovery",
    'registry: consul health_check: { http: "/health" tcp: "localhost:8080" script: "true" }',
  );
  expect(healthCheck).toMatchObject({ http: "/health", tcp: { host: "localhost", port: 8080 }, script: "true" });
});

test("[112] a port is written, or that of the TCP check or of the deployment; for Consul none is an error, never a guess", () => {
  const port = (text: string): number | undefined => registeredPort(componentIn(text, "PaymentService"))?.value;
  const pods = '\ndeploy_kubernetes PaymentService { image: "a:1" port: 9090 }';
  expect(port(consul('port: 80 health_check: { tcp: "localhost:8080" }') + pods)).toBe(80);
  expect(port(consul('health_check: { http: "/health" tcp: "localhost:8080" }') + pods)).toBe(8080);
  expect(port(consul('health_check: { http: "/health" }') + pods)).toBe(9090);
  expect(found(consul('health_check: { http: "/health" }'))).toEqual([
    "error registration-without-port: PaymentService",
  ]);
  expect(readOne("service_discovery", 'registry: consul address: "10.0.0.9" port: 80')).toMatchObject({
    address: "10.0.0.9",
    port: 80,
  });
});

test("[114] a shell command as a check is told", () => {
  expect(found(consul('port: 80 health_check: { script: "curl -f http://localhost" }'))).toEqual([
    "warning script-check: script",
  ]);
});

test("[111] Consul removes nothing before a minute", () => {
  expect(found(consul('port: 80 health_check: { deregister_critical_service_after: "1m" }'))).toEqual([]);
  expect(found(consul('port: 80 health_check: { deregister_critical_service_after: "30s" }'))).toEqual([
    'warning deregister-too-soon: "30s"',
  ]);
});

test("[117-119] metadata are texts that Consul takes, and do not contradict the tags", () => {
  expect(
    found(
      consul(
        'port: 80 service_tags: ["payment", "v1", "production"] metadata: { version: "1.0.0" environment: "production" }',
      ),
    ),
  ).toEqual([]);
  expect(found(consul('port: 80 tags: ["staging"] metadata: { environment: "production" }'))).toEqual([
    'warning environment-drift: "staging"',
  ]);
  expect(found(consul("port: 80 metadata: { version: 1.0 }"))).toEqual(["error wrong-type: 1.0"]);
});

test("[121-125] how clients look a service up stays apart from how it is registered", () => {
  const { discovery, healthCheck } = readOne(
    "service_discovery",
    'registry: consul discovery: { refresh_interval: "30s" cache_ttl: "5m" fail_fast: true }',
  );
  expect([discovery, healthCheck]).toEqual([
    { refreshInterval: 30_000_000, cacheTtl: 300_000_000, failFast: true },
    undefined,
  ]);
});

test("[161] etcd checks nothing, so its health check is a lease: that is told", () => {
  expect(
    found('service_discovery AuthService { registry: "etcd" health_check: { interval: "5s" timeout: "1s" } }'),
  ).toEqual(["note registry-without-checks: health_check"]);
});
