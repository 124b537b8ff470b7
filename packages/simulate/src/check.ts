import type { Outcome, Scenario } from "./scenario.ts";

/** Why something cannot be played: where it is wrong, then what was found and what was expected. */
export interface Problem {
  readonly problem: { readonly path: string; readonly message: string };
}

const most = 1_000_000;

/** The first thing in a scenario that makes no sense. The policies are the model's and were checked there. */
export function problemOf(scenario: Scenario): Problem | undefined {
  const {
    requests = 1,
    callers = 1,
    gap = 0,
    patience = 1,
    keys = 1,
    seed = 1,
    maxEvents = 1,
    backend,
    layers,
  } = scenario;
  const found =
    whole("requests", requests, 1, most) ??
    whole("callers", callers, 1, most) ??
    whole("gap", gap, 0, Number.MAX_SAFE_INTEGER) ??
    whole("patience", patience, 1, Number.MAX_SAFE_INTEGER) ??
    whole("keys", keys, 1, Number.MAX_SAFE_INTEGER) ??
    whole("seed", seed, 0, Number.MAX_SAFE_INTEGER) ??
    whole("maxEvents", maxEvents, 1, 10_000_000) ??
    whole("backend.concurrency", backend.concurrency ?? 1, 1, Number.MAX_SAFE_INTEGER);
  if (found) return found;
  if (layers?.length === 0) return problem("layers", "there is no layer; at least one was expected");
  const empty = layers?.findIndex((layer) => layer.servers?.hosts.length === 0) ?? -1;
  if (empty >= 0) return problem(`layers[${empty}].servers.hosts`, "there is no server; at least one was expected");
  if (backend.behaviour === "flaky" && !(backend.ratio >= 0 && backend.ratio <= 1)) {
    return problem("backend.ratio", `${backend.ratio} is no ratio; 0 to 1 was expected`);
  }
  if (backend.behaviour === "script") return badScript("backend.script", backend.script);
  if (backend.behaviour !== "hosts") return undefined;
  return Object.entries(backend.hosts).reduce<Problem | undefined>(
    (first, [host, script]) => first ?? badScript(`backend.hosts.${host}`, script),
    undefined,
  );
}

export function problem(path: string, message: string): Problem {
  return { problem: { path, message } };
}

function whole(path: string, value: number, least: number, highest: number): Problem | undefined {
  if (Number.isInteger(value) && value >= least && value <= highest) return undefined;
  return problem(path, `${value} was given; a whole number from ${least} to ${highest} was expected`);
}

function badScript(path: string, script: readonly Outcome[]): Problem | undefined {
  if (script.length === 0) return problem(path, "the script is empty; at least one outcome was expected");
  return script.reduce<Problem | undefined>(
    (first, { after = 0 }, index) => first ?? whole(`${path}[${index}].after`, after, 0, Number.MAX_SAFE_INTEGER),
    undefined,
  );
}
