/** What a stranger gets: the packed tarballs, installed by plain npm into an empty project. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../packages.ts";

const folder = mkdtempSync(join(tmpdir(), "dpm-packed-"));
afterAll(() => rmSync(folder, { recursive: true }));

const model = `fault_tolerance Shop {
  retry: 3
  timeout: { total: "2s", per_attempt: "500ms" }
}
load_balancer Gateway {
  calls: [Shop]
  servers: ["127.0.0.1:8081", "127.0.0.1:8082"]
}
deploy_docker_compose Shop { services: [{ name: "shop", image: "example/shop:1.0.0" }] }
`;

beforeAll(() => {
  run(process.execPath, ["--conditions=@dpm/source", join(root, "tools/tarballs.ts")], root);
}, 180_000);

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], timeout: 170_000 });
}

/** An empty project with dpm's packages from the tarballs, as overrides would have them from a registry. */
function project(name: string, packages: readonly string[], configuration: object): string {
  const place = join(folder, name);
  mkdirSync(place);
  const dependencies = Object.fromEntries(
    packages.map((one) => {
      const name = one === formatter ? one : `@dpm/${one}`;
      return [name, `file:${join(root, "tarballs", `${name.replace("@", "").replace("/", "-")}-0.1.0.tgz`)}`];
    }),
  );
  writeFileSync(join(place, "package.json"), JSON.stringify({ private: true, type: "module", dependencies }));
  writeFileSync(join(place, "main.dpm"), model);
  writeFileSync(join(place, ".dpmrc.json"), JSON.stringify(configuration));
  run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline"], place);
  return place;
}

const formatter = "prettier-plugin-dpm";
const base = ["cli", "core", "print", "simulate", "workspace", formatter];

/** The installed command, by the Node that runs this test. */
function dpm(place: string, ...args: readonly string[]): string {
  return run(process.execPath, [join(place, "node_modules/@dpm/cli/dist/bin.js"), ...args], place);
}

function sizeOf(path: string): number {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return entries.reduce((sum, one) => sum + statSync(join(one.parentPath, one.name)).size, 0);
}

describe.each(readdirSync(join(root, "plugins")))("%s", (target) => {
  test("its tarball installs beside the command in an empty project and generates", () => {
    const place = project(target, [...base, `plugin-${target}`], { targets: { [target]: {} } });
    expect(dpm(place, "--version").trim()).toBe("0.1.0");
    dpm(place, "format");
    dpm(place, "format", "--check");
    dpm(place, "generate");
    expect(readdirSync(join(place, "generated", target)).length).toBeGreaterThan(0);
    const modules = join(place, "node_modules");
    const installed = readdirSync(modules, { recursive: true }).filter((one) => String(one).endsWith("package.json"));
    expect(installed.length).toBeLessThanOrEqual(25);
    expect(sizeOf(modules)).toBeLessThan(10_000_000);
  }, 170_000);
});

test("a plugin of somebody else, packed by npm and with published packages only, brings its own kind and generates", () => {
  const example = join(root, "examples/custom-plugin");
  const tarball = run("npm", ["pack", join(example, "plugin"), "--silent"], folder).trim();
  const place = project("custom", base, { targets: { "@acme/dpm-plugin-hello": { to: "everybody" } } });
  run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", join(folder, tarball)], place);
  cpSync(join(example, "main.dpm"), join(place, "main.dpm"));
  dpm(place, "generate");
  const made = readFileSync(join(place, "generated/hello/shop.yaml"), "utf8");
  expect(made).toBe(readFileSync(join(example, "expected/hello/shop.yaml"), "utf8"));
}, 170_000);

test("Prettier finds its plugin by name", () => {
  const place = project("prettier", ["core", "print", formatter], {});
  const program = `
    import { format } from ${JSON.stringify(import.meta.resolve("prettier"))};
    process.stdout.write(await format("a  B {}", { filepath: "a.dpm", plugins: [import.meta.resolve("${formatter}")] }));
  `;
  writeFileSync(join(place, "program.mjs"), program);
  expect(run(process.execPath, ["program.mjs"], place)).toBe("a B {}\n");
}, 170_000);
