import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile, type CompileInput, type Json } from "@dpm/core";
import { freePort, standIn, startBackend, startNginx, type Engine } from "@dpm/testing";
import plugin from "../src/index.ts";

type Backend = Awaited<ReturnType<typeof startBackend>>;
type Script = Parameters<typeof startBackend>[0];

/** A running gateway with real servers behind it. */
export interface Gateway {
  readonly url: string;
  readonly backends: readonly Backend[];
  readonly stop: () => Promise<void>;
}

export interface Setup {
  /** The model; `10.0.0.1:8080` and so on stand for the servers. */
  readonly dpm: string;
  /** One for each server; `undefined` is a server that is down. */
  readonly servers: readonly (Script | undefined)[];
  readonly options?: Readonly<Record<string, Json>>;
  /** Another layer that owns these concerns. */
  readonly inProcess?: Parameters<typeof standIn>[0]["concerns"];
  readonly owners?: CompileInput["owners"];
}

/** Compiles the model with real ports and starts the real nginx on what comes out. */
export async function startGateway(nginx: Engine, setup: Setup): Promise<Gateway> {
  const started = await Promise.all(setup.servers.map(async (script) => script && startBackend(script)));
  const ports = await Promise.all(started.map(async (backend) => backend?.port ?? freePort()));
  const listen = await freePort();
  const placed = ports.reduce((text, port, index) => atPort(text, index + 1, port), setup.dpm);
  const text = placed.replace(/(load_balancer \w+ \{)/, `$1\n  listen: ${listen}`);
  const backends = started.filter((one) => one !== undefined);
  const folder = mkdtempSync(join(tmpdir(), "dpm-nginx-gateway-"));
  chmodSync(folder, 0o755);
  const clean = async (): Promise<void> => {
    await Promise.all(backends.map((backend) => backend.stop()));
    rmSync(folder, { recursive: true });
  };
  try {
    writeFileSync(
      join(folder, "nginx.conf"),
      configuration(text, nginx, setup).replaceAll("/var/cache/nginx/", `${folder}/cache_`),
    );
    const server = await startNginx(nginx, folder, "nginx.conf");
    return { url: `http://127.0.0.1:${listen}`, backends, stop: async () => (await server.stop(), await clean()) };
  } catch (error) {
    await clean();
    throw error;
  }
}

function atPort(text: string, server: number, port: number): string {
  return text
    .replaceAll(`host: "10.0.0.${server}", port: 8080`, `host: "127.0.0.1", port: ${port}`)
    .replaceAll(`"10.0.0.${server}:8080"`, `"127.0.0.1:${port}"`);
}

function configuration(text: string, nginx: Engine, { options = {}, inProcess, owners }: Setup): string {
  const neighbour = inProcess
    ? [{ name: "in-process", plugin: standIn({ name: "in-process", layer: "in_process", concerns: inProcess }) }]
    : [];
  const { artifacts, diagnostics } = compile({
    sources: [{ name: "gateway.dpm", text }],
    targets: [...neighbour, { name: "nginx", plugin, version: nginx.version, options }],
    ...(owners && { owners }),
  });
  const [made] = artifacts.filter((one) => one.target === "nginx");
  if (made) return made.content.text;
  throw new Error(diagnostics.map((one) => `${one.code}: ${one.message}`).join("\n"));
}
