import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { problems } from "../diagnostics.ts";
import { show } from "../show.ts";
import { print } from "../terminal/output.ts";

const model = `/// Takes orders. Three attempts, and an answer of its own when nothing helps.
fault_tolerance OrderService {
  retry: { max_attempts: 3 }
  timeout: { total: "2s", per_attempt: "500ms" }
  circuit_breaker: { failure_threshold: 5, minimum_request_count: 10, reset_timeout: "30s" }
  fallback: { default_response: { status: "degraded" } }
}

/// The way in: spreads the calls over two servers.
load_balancer ApiGateway {
  calls: [OrderService]
  servers: [{ host: "127.0.0.1", port: 8081 }, { host: "127.0.0.1", port: 8082 }]
}
`;

/** Writes a first model and a configuration with the targets that the project has installed; where one of the two is, nothing. */
export async function init(folder: string): Promise<void> {
  const installed = await installedTargets(folder);
  const targets = Object.fromEntries((installed.length > 0 ? installed : ["nginx"]).map((name) => [name, {}]));
  const files = [
    ["main.dpm", model],
    [".dpmrc.json", `${JSON.stringify({ input: "*.dpm", out: "generated", targets }, undefined, 2)}\n`],
  ] as const;
  const existing = files.filter(([name]) => existsSync(join(folder, name)));
  if (existing.length > 0) {
    show(
      existing.map(([path]) => problems.existsAlready({ path }).at(undefined)),
      [],
    );
    process.exitCode = 2;
    return;
  }
  for (const [path, text] of files) {
    try {
      await writeFile(join(folder, path), text, { flag: "wx" });
      print(`wrote ${path}\n`);
    } catch (error) {
      const { code: reason = "" } = error as NodeJS.ErrnoException;
      show([problems.couldNotWrite({ path, reason }).at(undefined)], []);
      process.exitCode = 6;
      return;
    }
  }
  const missing = installed.length > 0 ? "" : "  npm install --save-dev @dpm/plugin-nginx\n";
  print(`What to do next:\n${missing}  dpm generate\n`);
}

/** The targets whose plugins the project's package.json names. */
async function installedTargets(folder: string): Promise<readonly string[]> {
  const text = await readFile(join(folder, "package.json"), "utf8").catch(() => "{}");
  const packages = dependencies(text);
  return packages.flatMap((name) => /^(?:@dpm\/plugin|dpm-plugin)-(.+)$/.exec(name)?.[1] ?? []).toSorted();
}

function dependencies(text: string): readonly string[] {
  try {
    const manifest = JSON.parse(text) as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
    return Object.keys({ ...manifest["dependencies"], ...manifest["devDependencies"] });
  } catch {
    // A package.json that npm itself cannot read names no targets.
    return [];
  }
}
