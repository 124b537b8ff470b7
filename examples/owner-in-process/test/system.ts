import { readFileSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, type CompileInput } from "@dpm/core";
import { startNginx, type Engine, type startJvm } from "@dpm/testing";
import { load } from "@dpm/workspace";

type Jvm = Awaited<ReturnType<typeof startJvm>>;

/** Something that runs until it is stopped. */
export interface Running {
  readonly stop: () => Promise<void>;
}

/** An example's files, with real ports in place of its addresses: `TARGET/PATH` and text. */
export async function generate(
  example: string,
  ports: Readonly<Record<string, number>>,
  listen: number,
  owners?: CompileInput["owners"],
): Promise<ReadonlyMap<string, string>> {
  const { input } = await load({ cwd: fileURLToPath(new URL(`../../${example}/`, import.meta.url)) });
  if (!input) throw new Error(`examples/${example} cannot be loaded`);
  const placed = (text: string): string =>
    Object.entries(ports)
      .reduce((made, [host, port]) => made.replace(`"${host}", port: 8080`, `"127.0.0.1", port: ${port}`), text)
      .replace("load_balancer Gateway {", `load_balancer Gateway {\n  listen: ${listen}`);
  const sources = input.sources.map((one) => ({ ...one, text: placed(one.text) }));
  const { artifacts, diagnostics } = compile({ ...input, ...(owners && { owners }), sources });
  if (artifacts.length === 0) throw new Error(diagnostics.map((one) => one.message).join("\n"));
  return new Map(artifacts.map((one) => [`${one.target}/${one.path}`, one.content.text]));
}

/** The real nginx with the generated gateway. */
export async function startGateway(nginx: Engine, files: ReadonlyMap<string, string>): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), "dpm-owners-"));
  await chmod(folder, 0o755);
  await writeFile(join(folder, "nginx.conf"), files.get("nginx/gateway.conf") ?? "");
  const server = await startNginx(nginx, folder, "nginx.conf");
  return { stop: async () => (await server.stop(), await rm(folder, { recursive: true })) };
}

/** Real services, one on each port, whose calls to a backend are guarded by the generated policy. */
export async function startServices(
  jvm: Jvm,
  files: ReadonlyMap<string, string>,
  backend: string,
  ports: readonly number[],
): Promise<Running> {
  const java = [...files].filter(([path]) => path.endsWith(".java") && !path.includes("/test/"));
  const policies = Object.fromEntries(
    java.map(([path, text]) => [path.replace("resilience4j/src/main/java/", ""), text]),
  );
  const service = readFileSync(new URL("Service.java", import.meta.url), "utf8");
  const sources = { ...policies, "Service.java": service };
  const compiled = await jvm.compile({ sources, sets: ["resilience4j"] });
  const errors = compiled.diagnostics.filter((one) => one.kind === "ERROR");
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const args = [backend, ...ports.map(String)];
  const running = jvm.run({ mainClass: "Service", classes: [compiled.classesDir], sets: ["resilience4j"], args });
  await Promise.all(ports.map(listening));
  return {
    stop: async () => {
      await fetch(`http://127.0.0.1:${ports[0]}/stop`);
      const ended = await running;
      if (!ended.ok || ended.value !== "stopped") throw new Error(`the services ended with ${JSON.stringify(ended)}`);
    },
  };
}

/** The status of a request to a gateway under a name of its own. */
export async function statusOf(port: number, method: string, host = "127.0.0.1"): Promise<number> {
  const sent = request({ host: "127.0.0.1", port, method, headers: { host }, agent: false });
  sent.end();
  const [response] = (await once(sent, "response")) as [{ readonly statusCode: number; resume(): void }];
  response.resume();
  return response.statusCode;
}

/** Waits until the service answers; a path of its own that does not reach the backend does not exist, so any connection will do. */
async function listening(port: number): Promise<void> {
  const deadline = performance.now() + 10_000;
  const isUp = (): Promise<boolean> =>
    new Promise((done) => {
      const socket = connect(port, "127.0.0.1", () => (socket.destroy(), done(true)));
      socket.on("error", () => done(false));
    });
  while (!(await isUp())) {
    if (performance.now() > deadline) throw new Error(`no service listens on ${port}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
