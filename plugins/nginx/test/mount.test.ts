import { compile } from "@dpm/core";
import { expect, test } from "vitest";
import plugin from "../src/index.ts";

test("a platform is told where a gateway's file belongs, and on which port nginx then listens", () => {
  const text = `load_balancer ApiGateway { servers: ["10.0.0.1:8080"], listen: 8081 }`;
  const { artifacts } = compile({
    sources: [{ name: "a.dpm", text }],
    targets: [{ name: "nginx", plugin, version: "1.31" }],
  });
  expect(artifacts.map((one) => one.mount)).toEqual([
    { component: "ApiGateway", path: "/etc/nginx/nginx.conf", image: "nginx:1.31", listens: [8081] },
  ]);
});
