import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "@dpm/core";
import { analyzeIstio, describeEngine, validateIstio } from "@dpm/testing";
import { expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import plugin from "../src/index.ts";
import { contradictions, type Resource } from "./contradictions.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const folders = [
  ...readdirSync(join(root, "plugins/istio/fixtures")).map((name) => `plugins/istio/fixtures/${name}`),
  ...readdirSync(join(root, "examples")).map((name) => `examples/${name}`),
];

/** Every file that a fixture or an example expects for Istio. */
const files = folders.flatMap((folder) => {
  const expected = join(root, folder, "expected", "istio");
  if (!existsSync(expected)) return [];
  return readdirSync(expected).map((file) => ({
    title: `${folder}/${file}`,
    text: readFileSync(join(expected, file), "utf8"),
  }));
});

function resources(text: string): readonly Resource[] {
  return [...parseAllDocuments(text)].map((one) => one.toJS() as Resource);
}

/** Services that Kubernetes has for components that it runs: references to them lead somewhere. */
function kubernetesServices(text: string): string {
  const hosts = new Set(
    resources(text).flatMap(({ spec }) => (typeof spec["host"] === "string" ? [spec["host"]] : [])),
  );
  const entries = new Set(resources(text).flatMap(({ kind, spec }) => (kind === "ServiceEntry" ? spec["hosts"] : [])));
  return [...hosts]
    .filter((host) => !entries.has(host))
    .map((host) => {
      const [name, namespace] = host.split(".");
      return `---\napiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: ${namespace} }\nspec: { ports: [{ name: http, port: 80 }] }\n`;
    })
    .join("");
}

test("there are files to judge", () => {
  expect(files.length).toBeGreaterThan(50);
});

test.each(files)("$title says nothing that contradicts itself", ({ text }) => {
  expect(contradictions(resources(text))).toEqual([]);
});

test("what Istio accepts in silence is found", () => {
  const service = (spec: object, kind = "VirtualService"): readonly Resource[] => [{ kind, spec: { ...spec } }];
  const http = [{ route: [{ destination: { host: "shop" } }], retries: { attempts: 0 } }];
  expect(contradictions(service({ hosts: [], http }))).toEqual(["VirtualService: no hosts"]);
  expect(
    contradictions(
      service({
        hosts: ["shop"],
        http: [{ ...http[0], timeout: "1s", retries: { attempts: 1, retryOn: "503", perTryTimeout: "2s" } }],
      }),
    ),
  ).toEqual(["VirtualService: an attempt of 2s in a request of 1s"]);
  expect(contradictions(service({ hosts: ["shop"], http: [{ ...http[0], retries: { attempts: 1 } }] }))).toEqual([
    "VirtualService: attempts without retryOn",
  ]);
  expect(contradictions(service({ hosts: ["shop"], http: [{ route: http[0]?.route }] }))).toEqual([
    "VirtualService: Istio's own retries",
  ]);
  expect(contradictions(service({ host: "shop", trafficPolicy: { outlierDetection: {} } }, "DestinationRule"))).toEqual(
    ["DestinationRule: Istio's own share of servers that may be left out"],
  );
});

describeEngine("istio", (istio) => {
  test.concurrent.each(files)("istioctl validates $title", async ({ text }) => {
    expect(await validateIstio(istio, text)).toMatchObject({ ok: true });
  });

  test.concurrent.each(files)("istioctl analyzes $title without a warning", async ({ text }) => {
    const { ok, output } = await analyzeIstio(istio, `${text}${kubernetesServices(text)}`);
    // That it is one is all that is wrong with an EnvoyFilter: the option that asks for it says so.
    if (text.includes("kind: EnvoyFilter")) return expect(output.match(/IST\d+/g)).toEqual(["IST0133"]);
    expect(output).not.toMatch(/Warning|Error/);
    expect(ok).toBe(true);
  });

  test("what is raw is Istio's to check: it takes a right one, and refuses a wrong one", async () => {
    const withRaw = (field: string): string => {
      const text = `load_balancer Shop { raw istio { DestinationRule: { spec: { trafficPolicy: { tls: { ${field} } } } } } }`;
      const { artifacts } = compile({ sources: [{ name: "raw.dpm", text }], targets: [{ name: "istio", plugin }] });
      return artifacts[0]?.content.text ?? "";
    };
    expect(await validateIstio(istio, withRaw("mode: ISTIO_MUTUAL"))).toMatchObject({ ok: true });
    expect(await validateIstio(istio, withRaw("mode: ISTIO_MUTAL"))).toMatchObject({ ok: false });
    expect(await validateIstio(istio, withRaw("moode: ISTIO_MUTUAL"))).toMatchObject({ ok: false });
  });

  test("istioctl refuses what it does not know, so what it reads is understood", async () => {
    const [first] = files;
    expect(
      await validateIstio(
        istio,
        (first?.text ?? "").replace("perTryTimeout", "perTryTimeot").replace("attempts", "atempts"),
      ),
    ).toMatchObject({ ok: false });
    expect(await validateIstio(istio, (first?.text ?? "").replace("trafficPolicy", "trafficPolicies"))).toMatchObject({
      ok: false,
    });
  });
});
