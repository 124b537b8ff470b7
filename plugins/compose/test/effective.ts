import { resolve } from "node:path";
import type { loadCompose } from "@dpm/testing";
import { parse } from "yaml";

export type Loaded = Extract<Awaited<ReturnType<typeof loadCompose>>, { ok: true }>["project"];
type Tree = { readonly [key: string]: unknown };

/** Every variable that a Compose file asks for, with a value of its own. */
export function asked(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...text.matchAll(/\$\{(\w+):\?\}/g)].map(([, name = ""]) => [name, `the ${name} $of ""`]));
}

/**
 * Holds every key of a Compose file against what the official loader made of it: one line for each that is not there or
 * has another value, and for each service, variable, network, volume or dependency that nobody wrote.
 */
export function differences(text: string, loaded: Loaded, folder: string): readonly string[] {
  const emitted = expanded(parse(text), asked(text)) as Tree;
  const services = each(emitted["services"], (one) => service(one as Tree, folder));
  const usesDefault = Object.values(services).some((one) => Object.hasOwn((one as Tree)["networks"] ?? {}, "default"));
  const networks = { ...(usesDefault && { default: {} }), ...(emitted["networks"] as Tree | undefined) };
  const wanted = { volumes: {}, ...emitted, services, networks };
  const found = {
    networks: {},
    volumes: {},
    ...loaded,
    services: each(loaded.services, (one) => asLoaded(one as Tree)),
  };
  return compare([], wanted, found);
}

/** A service in the form that the loader prints: long forms, numbers, whole paths. */
function service(one: Tree, folder: string): Tree {
  const { build, volumes, healthcheck, deploy } = one;
  // Without a word about networks a service joins the default one.
  const networks = one["networks"] ?? (one["network_mode"] === undefined ? ["default"] : undefined);
  const place = (path: string): string => (/^\/|^(?:https?|git|ssh):|^git@/.test(path) ? path : resolve(folder, path));
  return {
    ...one,
    ...(typeof build === "string" && { build: { context: place(build) } }),
    ...(Array.isArray(volumes) && {
      volumes: (volumes as readonly Tree[]).map((volume) =>
        volume["type"] === "bind" ? { ...volume, source: place(String(volume["source"])) } : volume,
      ),
    }),
    ...(Array.isArray(networks) && { networks: Object.fromEntries(networks.map((name) => [String(name), {}])) }),
    ...(healthcheck !== undefined && { healthcheck: times(healthcheck as Tree) }),
    ...(deploy !== undefined && { deploy: { ...(deploy as Tree), ...amounts(deploy as Tree) } }),
  };
}

/** The loader leaves out what is its default, and prints durations in Go's way. */
function asLoaded(one: Tree): Tree {
  const { volumes, networks, healthcheck } = one;
  return {
    ...one,
    ...(networks !== undefined && { networks: each(networks, (inner) => inner ?? {}) }),
    ...(Array.isArray(volumes) && {
      volumes: (volumes as readonly Tree[]).map((volume) =>
        volume["type"] === "bind"
          ? { ...volume, bind: { create_host_path: true, ...(volume["bind"] as Tree) } }
          : volume,
      ),
    }),
    ...(healthcheck !== undefined && { healthcheck: times(healthcheck as Tree) }),
  };
}

function times(check: Tree): Tree {
  const fields = ["interval", "timeout", "start_period"].filter((name) => typeof check[name] === "string");
  return { ...check, ...Object.fromEntries(fields.map((name) => [name, milliseconds(String(check[name]))])) };
}

function milliseconds(duration: string): number {
  const units = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const;
  const parts = [...duration.matchAll(/([\d.]+)(h|ms|m|s)/g)];
  if (parts.map(([whole]) => whole).join("") !== duration) throw new Error(`${duration} is no duration`);
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * units[unit as keyof typeof units], 0);
}

function amounts({ resources }: Tree): Tree {
  if (resources === undefined) return {};
  const sized = each(resources, (amount) => {
    const { cpus, memory } = amount as { readonly cpus?: string; readonly memory?: string };
    return {
      ...(cpus !== undefined && { cpus: Number(cpus) }),
      ...(memory !== undefined && { memory: bytes(memory) }),
    };
  });
  return { resources: sized };
}

function bytes(size: string): string {
  const [, count, unit] = /^(\d+)([MKB])$/.exec(size) ?? [];
  return String(Number(count) * { M: 1_048_576, K: 1024, B: 1 }[unit as "M" | "K" | "B"]);
}

function each(tree: unknown, change: (value: unknown) => unknown): Tree {
  return Object.fromEntries(Object.entries((tree ?? {}) as Tree).map(([key, value]) => [key, change(value)]));
}

/** What Compose makes of dollars. */
function expanded(value: unknown, variables: Readonly<Record<string, string>>): unknown {
  if (typeof value === "string")
    return value.replace(/\$\$|\$\{(\w+):(?:\?|-(\w*))\}/g, (_, name?: string, fallback?: string) =>
      name === undefined ? "$" : (variables[name] ?? fallback ?? ""),
    );
  if (Array.isArray(value)) return value.map((one) => expanded(one, variables));
  return typeof value === "object" && value !== null ? each(value, (one) => expanded(one, variables)) : value;
}

/** Of these the keys are the user's, so none may be added. */
function isClosed(path: readonly string[]): boolean {
  const [section = "", , inner = ""] = path;
  if (path.length === 1) return ["services", "networks", "volumes"].includes(section);
  return path.length === 3 && section === "services" && ["environment", "networks", "depends_on"].includes(inner);
}

function compare(path: readonly string[], wanted: unknown, found: unknown): readonly string[] {
  if (Array.isArray(wanted) && Array.isArray(found) && wanted.length === found.length) {
    return wanted.flatMap((one, index) => compare([...path, String(index)], one, found[index]));
  }
  if (isTree(wanted) && isTree(found)) {
    const added = Object.keys(found).filter((key) => isClosed(path) && !Object.hasOwn(wanted, key));
    return [
      ...added.map((key) => `${JSON.stringify([...path, key])} was added`),
      ...Object.entries(wanted).flatMap(([key, value]) => compare([...path, key], value, found[key])),
    ];
  }
  if (Object.is(wanted, found)) return [];
  return [`${JSON.stringify(path)} is ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`];
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
