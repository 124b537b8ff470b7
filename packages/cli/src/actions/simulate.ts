import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseDuration, printDuration, suggest, type Component, type Diagnostic, type Phrase } from "@dpm/core";
import {
  outageOf,
  parseBehaviour,
  parseScript,
  renderTable,
  simulate as play,
  toJson,
  type Backend,
  type OutcomeName,
  type Scenario,
} from "@dpm/simulate";
import { problems } from "../diagnostics.ts";
import { words } from "../language.ts";
import { phrases } from "../phrases.ts";
import { counted } from "../headline.ts";
import { asked, refuse, soundModel } from "../project.ts";
import { policyHolder, repeats } from "../simulate/component.ts";
import { print, printJson, styles } from "../terminal/output.ts";
import type { ModelOptions } from "../options.ts";

export interface SimulateFlags extends ModelOptions {
  readonly backend?: string;
  readonly script?: string;
  readonly requests?: number;
  readonly callers: number;
  readonly gap?: string;
}

type Played = SimulateFlags & { readonly requests: number };

/** Plays one component's policy. */
export async function simulate(
  name: string | undefined,
  files: readonly string[],
  flags: SimulateFlags,
): Promise<void> {
  const { format } = flags;
  const backend = await backendOf(flags);
  if ("code" in backend) return refuse(backend, format);
  const gap = flags.gap === undefined ? 0 : durationOf(flags.gap);
  if (typeof gap !== "number") return refuse(gap, format);
  const found = await soundModel(asked(files, flags), format);
  if (!found) return;
  const { model } = found.compilation;
  const component = policyHolder(model, name);
  if ("code" in component) return refuse(component, format);
  const { callers, requests = Math.max(5, callers) } = flags;
  const scenario: Scenario = {
    policy: component.policy,
    backend,
    requests,
    callers,
    gap,
    idempotent: repeats(component).idempotent,
  };
  const trace = play(scenario);
  if ("problem" in trace) {
    const { path, message } = trace.problem;
    // Requests that nobody wrote are as many as the callers.
    const option = path === "requests" && flags.requests === undefined ? "callers" : path;
    return refuse(wrong(`--${option}`, message), format);
  }
  if (format === "json") return printJson(toJson(trace));
  const outage = outageOf(model, component.name, { backend, requests });
  print(`${title(component, { ...flags, requests })}\n${renderTable(trace)}`);
  if (outage && outage.alone.callsPerRequest > outage.generated.callsPerRequest) {
    const { alone, generated } = outage;
    print(
      `\n  ${words.ownAndGenerated({ calls: counted(alone.callsPerRequest, "call"), n: generated.callsPerRequest })}\n`,
    );
  }
}

function title(component: Component, { backend = "down", script, requests, callers, gap }: Played): string {
  const parts = [
    script === undefined
      ? `${words.backend({ behaviour: backend })}${slowness(component, backend)}`
      : words.backendAsIn({ file: script }),
    counted(requests, "request"),
    ...(callers > 1 ? [counted(callers, "caller")] : []),
    ...(gap === undefined ? [] : [words.aGap({ gap })]),
    // What a backend that is down refuses may always be sent again.
    ...(component.policy.retry && backend !== "down" && repeats(component).isAssumed ? [words.asGetCan()] : []),
  ];
  return `${styles.bold(component.name)} · ${parts.join(" · ")}\n`;
}

/** A slow backend answers after three times the limit that matters, as the interpreter has it. */
function slowness({ policy: { timeout } }: Component, backend: string): string {
  const limit = timeout.perAttempt ?? timeout.total ?? timeout.connect;
  return backend === "slow" ? words.answersAfter({ time: printDuration(3 * limit) }) : "";
}

async function backendOf({ backend = "down", script }: SimulateFlags): Promise<Backend | Diagnostic> {
  if (script === undefined) {
    const parsed = parseBehaviour(backend);
    return "problem" in parsed ? wrong("--backend", parsed.problem.message) : parsed.backend;
  }
  const text = await readFile(resolve(script), "utf8").catch((error: unknown) => error as NodeJS.ErrnoException);
  if (typeof text !== "string") {
    const reason =
      text.code === "ENOENT"
        ? phrases.noSuchFile()
        : text.code === "EISDIR"
          ? phrases.aFolder()
          : (text.code ?? text.message);
    return problems.scriptUnreadable({ path: script, reason }).at(undefined);
  }
  const json = parsedJson(text);
  if ("reason" in json) return problems.scriptUnreadable({ path: script, reason: json.reason }).at(undefined);
  const parsed = parseScript(json.value);
  if ("script" in parsed) return { behaviour: "script", script: parsed.script };
  const { path, message } = parsed.problem;
  const written = /^\[(\d+)\]\.outcome$/.exec(path)?.[1];
  const near = written === undefined ? undefined : suggest(outcomeAt(json.value, Number(written)), outcomes);
  return wrong(
    `--script ${script}`,
    path === "" ? message : `${path}: ${message}`,
    near === undefined ? {} : { help: phrases.writeIfMeant({ near: `\`${near}\`` }) },
  );
}

const outcomes: readonly OutcomeName[] = ["ok", "error", "hang", "refuse", "business"];

/** What is written as the outcome of an entry; nothing where it is no text. */
function outcomeAt(script: unknown, index: number): string {
  const entry: unknown = Array.isArray(script) ? script[index] : undefined;
  const outcome = typeof entry === "object" && entry !== null && "outcome" in entry ? entry.outcome : undefined;
  return typeof outcome === "string" ? outcome : "";
}

function parsedJson(text: string): { readonly value: unknown } | { readonly reason: string | Phrase } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : phrases.noJson() };
  }
}

function durationOf(text: string): number | Diagnostic {
  const parsed = parseDuration(text);
  return "problem" in parsed ? wrong("--gap", phrases.noDuration({ text: text.slice(0, 40) })) : parsed.value;
}

function wrong(option: string, problem: string | Phrase, more: { readonly help?: Phrase } = {}): Diagnostic {
  return problems.badScenario({ option, problem }).at(undefined, more);
}
