import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { bugs, compile, type Compilation, type Json } from "@dpm/core";
import { describeEngine, hostileStrings, loadCompose } from "@dpm/testing";
import { afterAll, expect, test } from "vitest";
import plugin from "../src/index.ts";
import { asked, differences, type Loaded } from "./effective.ts";

const folder = mkdtempSync(join(tmpdir(), "dpm-compose-hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What Compose or Docker give a meaning of their own. */
const special = ["x-a", "#extensions", "default", "host", "none", "bridge", "a.b", "services", "1", "A", "Ab"];
const strings = [...hostileStrings, ...special, "n".repeat(1100)];

/** The tests' own service, and what of it must come back. */
type Service = Record<string, unknown> & Record<"environment" | "networks" | "depends_on", Record<string, unknown>>;

/** A place of the model that takes a string. */
interface Position {
  readonly title: string;
  /** A block that has it there; the service `b<index>` is read back. */
  readonly block: (text: string, index: number) => string;
  readonly options?: (text: string) => Readonly<Record<string, Json>>;
  /** What came back, and what should have. */
  readonly read: (service: Service, project: Loaded, text: string) => readonly [found: unknown, wanted: unknown];
  /** So many come back exactly; all others are refused. */
  readonly exact: number;
}

const q = (text: string): string => JSON.stringify(text);
const described = (field: (text: string) => string) => (text: string, index: number) =>
  `deploy_docker_compose B${index} { services: [{ name: "b${index}", image: "a", ${field(text)} }] }`;
const around = (field: (text: string) => string) => (text: string, index: number) =>
  `deploy_docker_compose B${index} { services: [{ name: "b${index}", image: "a" }], ${field(text)} }`;
const item = (list: unknown, index: number): unknown => (list as readonly unknown[])[index];
const mounted = (service: Service) => item(service["volumes"], 0) as Readonly<Record<string, unknown>>;
const portOf = (service: Service): string => {
  const { published, target } = item(service["ports"], 0) as { readonly published?: string; readonly target: number };
  return [published, target].filter((one) => one !== undefined).join(":");
};
const tested = (service: Service) => (service["healthcheck"] as Readonly<Record<string, unknown>>)["test"];
const root = resolve(folder, "../..");
/** Where a folder of the model is; there is no home folder where the loader runs, so it cannot expand one. */
const placed = (text: string): string => {
  if (text.startsWith("/")) return text;
  return /^~(?:\/|$)/.test(text) ? resolve(folder, text) : resolve(root, text);
};

const positions: readonly Position[] = [
  {
    title: "a variable of the block",
    block: around((text) => `environment: { A: ${q(text)} }`),
    read: (service, _, text) => [service.environment, { A: text }],
    exact: 214,
  },
  {
    title: "a variable of a service",
    block: described((text) => `environment: { A: ${q(text)} }`),
    read: (service, _, text) => [service.environment, { A: text }],
    exact: 214,
  },
  {
    title: "the name of a variable",
    block: described((text) => `environment: { ${q(text)}: "value" }`),
    read: (service, _, text) => [Object.entries(service.environment), [[text, "value"]]],
    exact: 31,
  },
  {
    title: "the variable of the shell that a variable comes from",
    block: described((text) => `environment: { A: env(${q(text)}) }`),
    read: (service, _, text) => [service.environment, { A: `the ${text} $of ""` }],
    exact: 32,
  },
  {
    title: "the secret that a variable comes from",
    block: (text, index) => described((one) => `environment: { A: secret(${q(`s${index}/${one}`)}) }`)(text, index),
    read: (service, _, text) => [
      String(service.environment["A"]).replace(/^the S\d+_/, ""),
      `${text.toUpperCase().replace(/[^A-Z0-9]+/g, "_")} $of ""`,
    ],
    exact: 46,
  },
  {
    title: "an argument of a command",
    block: described((text) => `command: ["run", ${q(text)}]`),
    read: (service, _, text) => [service["command"], ["run", text]],
    exact: 214,
  },
  {
    title: "the command of a check",
    block: described((text) => `health_check: { test: [${q(text)}] }`),
    read: (service, _, text) => [tested(service), ["CMD", text]],
    exact: 214,
  },
  {
    title: "an argument of a check",
    block: described((text) => `health_check: { test: ["test", ${q(text)}] }`),
    read: (service, _, text) => [tested(service), ["CMD", "test", text]],
    exact: 214,
  },
  {
    title: "the path of a check",
    block: described((text) => `health_check: { path: ${q(`/${text}`)}, port: 80 }`),
    read: (service, _, text) => [item(tested(service), 4), `http://127.0.0.1:80/${text}`],
    exact: 102,
  },
  {
    title: "an image",
    block: (text, index) => `deploy_docker_compose B${index} { services: [{ name: "b${index}", image: ${q(text)} }] }`,
    read: (service, _, text) => [service["image"], text],
    exact: 34,
  },
  {
    title: "a folder to build from",
    block: described((text) => `build: ${q(text)}`),
    read: (service, _, text) => [service["build"], { context: placed(text), dockerfile: "Dockerfile" }],
    exact: 213,
  },
  {
    title: "a port",
    block: described((text) => `ports: [${q(text)}]`),
    read: (service, _, text) => [portOf(service), text],
    exact: 2,
  },
  {
    title: "a mount",
    block: described((text) => `volumes: [${q(text)}]`),
    read: (service, _, text) => [mounted(service), { type: "volume", target: resolve("/", text) }],
    exact: 2,
  },
  {
    title: "the source of a mount",
    block: around((text) => `volumes: [${q(`${text}:/data`)}]`),
    read: (service, project, text) => {
      const { type, source } = mounted(service);
      if (type === "bind") return [source, placed(text)];
      return [
        [source, Object.hasOwn(project.volumes ?? {}, text)],
        [text, true],
      ];
    },
    exact: 51,
  },
  {
    title: "a folder that is mounted",
    block: around((text) => `volumes: [${q(`./${text}:/data`)}]`),
    read: (service, _, text) => [mounted(service)["source"], resolve(root, `./${text}`)],
    exact: 205,
  },
  {
    title: "where something is mounted",
    block: described((text) => `volumes: [${q(`data:/${text}`)}]`),
    read: (service, _, text) => [mounted(service)["target"], resolve("/", `./${text}`)],
    exact: 199,
  },
  {
    title: "a network of the block",
    block: around((text) => `networks: [${q(text)}]`),
    read: (service, project, text) => [
      [Object.keys(service.networks), Object.hasOwn(project.networks ?? {}, text)],
      [[text], true],
    ],
    exact: 43,
  },
  {
    title: "a network of a service",
    block: (text, index) =>
      `deploy_docker_compose B${index} { services: [{ name: "b${index}", image: "a", networks: [${q(text)}] }], networks: [${q(text)}] }`,
    read: (service, _, text) => [Object.keys(service.networks), [text]],
    exact: 43,
  },
  {
    title: "the name of a service",
    block: (text, index) =>
      `deploy_docker_compose B${index} { services: [{ name: "b${index}", image: "a", depends_on: [${q(text)}] }, { name: ${q(text)}, image: "a:b" }] }`,
    read: (service, project, text) => [
      [Object.keys(service.depends_on), project.services[text]?.["image"]],
      [[text], "a:b"],
    ],
    exact: 44,
  },
  {
    title: "a configured image",
    block: (_, index) => `deploy_docker_compose B${index} { services: ["b${index}"] }`,
    options: (text) => ({ images: { b0: text } }),
    read: (service, _, text) => [service["image"], text],
    exact: 34,
  },
  {
    title: "the configured project",
    block: described(() => ""),
    options: (text) => ({ project: text }),
    read: (_, project, text) => [project.name, text],
    exact: 32,
  },
  {
    title: "the configured way to the config's folder",
    block: described(() => 'build: "x"'),
    options: (text) => ({ root: text }),
    read: (service, _, text) => [service["build"], { context: resolve(folder, text, "x"), dockerfile: "Dockerfile" }],
    exact: 3,
  },
];

function compiled(text: string, options: Readonly<Record<string, Json>> = {}): Compilation {
  return compile({ sources: [{ name: "hostile.dpm", text }], targets: [{ name: "compose", plugin, options }] });
}

function isRefused({ diagnostics }: Compilation): boolean {
  const errors = diagnostics.filter((one) => one.severity === "error");
  expect(errors.filter((one) => bugs.includes(one.code))).toEqual([]);
  return errors.length > 0;
}

describeEngine("compose", (compose) => {
  test.each(positions)(
    `all ${strings.length} strings come back exactly or are refused: $title`,
    async ({ block, options, read, exact }) => {
      const accepted = strings.filter((text) => !isRefused(compiled(block(text, 0), options?.(text))));
      // With options of its own each string needs a file of its own.
      const files = options ? accepted.map((text) => [text]) : [accepted];
      let same = 0;
      for (const texts of files) {
        const { artifacts, diagnostics } = compiled(texts.map(block).join("\n"), options?.(texts[0] ?? ""));
        expect(diagnostics.filter((one) => one.severity === "error")).toEqual([]);
        const [made] = artifacts;
        if (!made) throw new Error("nothing was made");
        const file = join(folder, "compose.yaml");
        writeFileSync(file, made.content.text);
        const loaded = await loadCompose(compose, file, asked(made.content.text));
        if (!loaded.ok) throw new Error(loaded.error);
        expect(loaded.warnings.filter((one) => !one.includes("lacks HOME"))).toEqual([]);
        expect(differences(made.content.text, loaded.project, folder)).toEqual([]);
        for (const [index, text] of texts.entries()) {
          const [found, wanted] = read(loaded.project.services[`b${index}`] as Service, loaded.project, text);
          expect(found, JSON.stringify(text)).toEqual(wanted);
          same++;
        }
      }
      expect({ exact: same, refused: strings.length - accepted.length }).toEqual({
        exact,
        refused: strings.length - exact,
      });
    },
  );
});
