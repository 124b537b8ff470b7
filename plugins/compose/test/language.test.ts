import { compile } from "@dpm/core";
import { expect, test } from "vitest";
import { parse } from "yaml";
import plugin from "../src/index.ts";

interface File {
  readonly services: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly networks?: object;
  readonly volumes?: object;
}

function compose(body: string): { readonly file: File; readonly codes: readonly string[] } {
  const text = `deploy_docker_compose OrderService { ${body} }`;
  const { artifacts, diagnostics } = compile({
    sources: [{ name: "a.dpm", text }],
    targets: [{ name: "compose", plugin }],
  });
  return {
    file: parse(artifacts[0]?.content.text ?? "services: {}") as File,
    codes: diagnostics.map((one) => one.code),
  };
}

test("[532-549] well-known services have pinned images; the own one is assumed to be built before, and that is told", () => {
  const { file, codes } = compose('services: ["order-service", "redis", "consul"]');
  const images = Object.values(file.services).map((one) => one["image"]);
  expect(images).toEqual([
    "order-service:latest",
    expect.stringMatching(/^redis:\d/),
    expect.stringMatching(/^hashicorp\/consul:\d/),
  ]);
  expect(codes).toEqual(["compose/image-missing"]);
});

test("[541,544] the block's volumes and environment are those of the component's own service, and volumes are declared", () => {
  const { file } = compose(
    'services: ["order-service", "redis"] volumes: ["order-data:/data"] environment: { NODE_ENV: "production" }',
  );
  expect(file.services["order-service"]).toMatchObject({
    environment: { NODE_ENV: "production" },
    volumes: [{ source: "order-data" }],
  });
  expect(file.services["redis"]).not.toHaveProperty("environment");
  expect(file.volumes).toHaveProperty("order-data");
});

test("[537] every service joins the block's networks", () => {
  const { file } = compose('services: ["order-service", "redis"] networks: ["order-network"]');
  for (const service of Object.values(file.services)) expect(service["networks"]).toEqual(["order-network"]);
  expect(file.networks).toHaveProperty("order-network");
});
