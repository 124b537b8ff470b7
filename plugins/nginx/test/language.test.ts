import { compile } from "@dpm/core";
import { expect, test } from "vitest";
import plugin from "../src/index.ts";

/** The configuration that is made of a load balancer, and the reasons of its verdicts. */
function nginx(
  body: string,
  version = "1.22",
  options = {},
): { readonly text: string; readonly reasons: readonly string[] } {
  const text = `load_balancer Shop { ${body} }`;
  const { artifacts, report, diagnostics } = compile({
    sources: [{ name: "a.dpm", text }],
    targets: [{ name: "nginx", plugin, version, options }],
  });
  const reasons = report.fields.flatMap((field) =>
    field.verdicts.flatMap((one) => ("reason" in one && one.reason ? one.reason.code : [])),
  );
  const codes = diagnostics.map((one) => one.code);
  return { text: artifacts[0]?.content.text ?? "", reasons: [...codes, ...reasons] };
}

const servers = 'servers: [{ host: "10.0.0.1", port: 8080 }, { host: "10.0.0.2", port: 8080, weight: 2 }]';

test("[75/156/739] round robin is nginx's own and has no directive; the fewest connections are `least_conn`", () => {
  expect(nginx(`${servers} strategy: round_robin`).text).not.toContain("round_robin");
  expect(nginx(`${servers} strategy: least_connections`).text).toContain("least_conn;");
  expect(nginx(`${servers} strategy: least_response_time`).text).not.toContain("least_time");
  expect(nginx(`${servers} strategy: least_response_time`, "1.31").text).toContain("least_time");
});

test("[76-80] weights are stated", () => {
  expect(nginx(servers).text).toMatch(/server 10\.0\.0\.1:8080 weight=1 .*\n +server 10\.0\.0\.2:8080 weight=2 /);
});

test("[157] a server without a port has nginx's; a name is resolved again from 1.27.3 on, before that at the start, which is told", () => {
  expect(nginx('servers: ["10.0.0.1"]').text).toContain("server 10.0.0.1 weight=1");
  expect(nginx('servers: ["10.0.0.1"]').reasons).toContain("nginx/default-port");
  const named = 'servers: ["web1:8080"]';
  expect(nginx(named, "1.27.3", { resolver: ["127.0.0.53"] }).text).toContain(" resolve;");
  expect(nginx(named).reasons).toContain("nginx/name-at-start");
});

test("[81-87] without active checks failures of real requests stand in for them, and that is told", () => {
  const check = `${servers} health_check: { interval: "10s" path: "/health" expected_status: [200, 204] }`;
  expect(nginx(check).text).toContain("max_fails=3 fail_timeout=10s");
  expect(nginx(check).reasons).toEqual(expect.arrayContaining(["nginx/passive-check", "nginx/no-active-check"]));
});

test("[88-92] affinity is a sticky cookie from 1.29.6 on, before that a hash of the cookie", () => {
  const sticky = `${servers} session_affinity: { cookie_name: "session_id" ttl: "30m" }`;
  expect(nginx(sticky, "1.29.6").text).toContain("sticky cookie session_id expires=1800s");
  expect(nginx(sticky).text).toContain("hash $dpm_affinity consistent;");
  expect(nginx(sticky).reasons).toContain("nginx/affinity-by-hash");
});

test("[93-97] a limit is each client's, admits its burst at once and answers 429 to the rest", () => {
  const { text } = nginx(`${servers} rate_limiting: { requests_per_second: 100 burst_size: 50 }`);
  expect(text).toMatch(/limit_req_zone \$binary_remote_addr zone=\S+ rate=100r\/s;/);
  expect(text).toMatch(/limit_req zone=\S+ burst=50 nodelay;/);
  expect(text).toContain("limit_req_status 429;");
});

test("[82,89,94,…] what is switched off is stated as off where nginx would do it by itself", () => {
  expect(nginx(`${servers} ejection: { enabled: false }`).text).toContain("max_fails=0");
  expect(nginx(`${servers} failover: false`).text).toContain("proxy_next_upstream off;");
  expect(nginx(`${servers} rate_limiting: { enabled: false rate: 100 }`).text).not.toContain("limit_req");
});
