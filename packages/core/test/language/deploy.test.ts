import { expect, test } from "vitest";
import { readOne } from "../read/reading.ts";
import { componentIn, found } from "./finding.ts";
import { registeredPort } from "../../src/2-normalize/registered-port.ts";

const pods = (body: string): string => `deploy_kubernetes OrderService { image: "a:1" ${body} }`;

test("[499-527] an image that is not written is told with the one that is assumed; a port may be another block's", () => {
  expect(found("deploy_kubernetes OrderService { port: 80 }")).toEqual(["warning image-missing: OrderService"]);
  expect(found("deploy_kubernetes OrderService { port: 80 }", { strict: ["warning"] })).toContain(
    "error image-missing: OrderService",
  );
  const text = `${pods("")}\nservice_discovery OrderService { registry: eureka port: 8080 }`;
  expect(registeredPort(componentIn(text, "OrderService"))?.value).toBe(8080);
});

test("[500 vs 521-525] beside an autoscaler `replicas` is left out, and that is told", () => {
  expect(found(pods("replicas: 3 horizontal_pod_autoscaler: { min_replicas: 3 max_replicas: 10 }"))).toEqual([
    "note replicas-unused: 3",
  ]);
});

test("[503] processor time is thousandths, `100m` or 0.1", () => {
  const cpu = (text: string): unknown =>
    readOne("deploy_kubernetes", `resources: { requests: { cpu: ${text} } }`).resources?.requests?.cpu;
  expect([cpu('"100m"'), cpu("0.1"), cpu('"2"')]).toEqual([100, 100, 2000]);
});

test("[511-520] a probe asks a port that is known, ends before the next, and liveness is not readiness", () => {
  expect(found(pods('liveness_probe: { http_get: "/health" }'))).toEqual(["warning probe-without-port: http_get"]);
  expect(
    found(pods('port: 80 liveness_probe: { http_get: "/health" } readiness_probe: { http_get: "/ready" }')),
  ).toEqual([]);
  const slugs = (body: string): readonly string[] => found(pods(body)).map((one) => one.split(":")[0] ?? "");
  expect(slugs('port: 80 liveness_probe: { http_get: "/health" } readiness_probe: { http_get: "/health" }')).toEqual([
    "note liveness-is-readiness",
  ]);
  expect(slugs('port: 80 readiness_probe: { http_get: "/ready" period: "2s" timeout: "2s" }')).toEqual([
    "warning check-overlaps",
  ]);
});

test("[524] a share of processor time needs a request of it", () => {
  const scaler = "horizontal_pod_autoscaler: { max_replicas: 3 target_cpu_utilization_percentage: 70 }";
  expect(found(pods(scaler))).toEqual(["error cpu-request-missing: 70"]);
  expect(found(pods(`resources: { requests: { cpu: "100m" } } ${scaler}`))).toEqual([]);
});

test("[532-549] a service may be only its name: what it runs is then its target's to find or to tell", () => {
  const { services } = readOne(
    "deploy_docker_compose",
    'services: ["order-service", "redis", { name: "web" build: "./web" }]',
  );
  expect(services).toEqual([{ name: "order-service" }, { name: "redis" }, { name: "web", build: "./web" }]);
});

test("[541,544] volumes and environment of the block are the component's own service's; a service may have its own", () => {
  const block = readOne(
    "deploy_docker_compose",
    'services: [{ name: "web" volumes: ["a:/a"] environment: { B: "b" } }] volumes: ["data:/data"] environment: { A: "a" }',
  );
  expect([block.volumes, block.environment]).toEqual([["data:/data"], { A: "a" }]);
  expect(block.services).toMatchObject([{ volumes: ["a:/a"], environment: { B: "b" } }]);
});

test("[537] networks of the block are those of all services that name none", () => {
  const block = readOne(
    "deploy_docker_compose",
    'services: ["a", { name: "b" networks: ["other"] }] networks: ["shop", "other"]',
  );
  expect([block.networks, block.services]).toEqual([
    ["shop", "other"],
    [{ name: "a" }, { name: "b", networks: ["other"] }],
  ]);
});
