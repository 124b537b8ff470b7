import { readFileSync } from "node:fs";
import { parseDuration } from "@dpm/core";
import { describeEngine, deviations, play, startJvm, vectors, type Observed, type Vector } from "@dpm/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { classOf, javaSources, settings, type Configuration } from "./generated.ts";

const harness = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, readFileSync(new URL(`java/${name}`, import.meta.url), "utf8")]));

/** Vectors of a policy that acts alone in its process. */
const ours = vectors.filter((one) => !one.layers).map((one) => [one.name, one] as const);
const isAlone = ({ callers = 1 }: Vector): boolean => callers === 1;
/** The breaker opens and is closed again: how the policy hears of that depends on the style. */
const isClosedAgain = ({ expected: { breaker = [] } }: Vector): boolean =>
  breaker.includes("open") && breaker.at(-1) === "closed";

/** How long a play of several callers lasts about: the longer, the less it matters how late a busy machine wakes them. */
const enough = 3_000_000;

/** One caller needs no more than a few seconds; between several, what is to come first must have time to be first. */
function playable(vector: Vector): Vector {
  if (isAlone(vector)) return lasts(vector) > 5_000_000 ? stretched(vector, 1 / 5) : vector;
  const slower = stretched(vector, Math.min(4, Math.max(1, Math.floor(enough / lasts(vector)))));
  const { requests = 1, callers = 1, gap } = slower;
  // Real callers are not answered at one instant: whoever is first waits for the others before the next request.
  return requests > callers && gap === undefined ? { ...slower, gap: "200ms" } : slower;
}

function lasts(vector: Vector): number {
  return Math.max(0, ...play(vector).trace.requests.map((one) => one.endedAt ?? 0));
}

/** The same vector with every duration multiplied. */
function stretched(vector: Vector, times: number): Vector {
  const other = (_: string, found: string, quote: string): string =>
    `${Math.round(microseconds(found) * times)}us${quote}`;
  return JSON.parse(JSON.stringify(vector).replace(/\b(\d+(?:ms|s|m))(\\?")/g, other)) as Vector;
}

function microseconds(text: string): number {
  const time = parseDuration(text);
  if ("problem" in time) throw new Error(`${text} is no duration`);
  return time.value;
}

function argumentsOf(vector: Vector): readonly string[] {
  const { requests = 1, callers = 1, gap = "0ms", idempotent = true, backend } = vector;
  const script = (backend.script ?? []).map(({ outcome, after = "0ms" }) => `${outcome}@${microseconds(after) / 1000}`);
  const numbers = [requests, callers, microseconds(gap) / 1000, idempotent, backend.concurrency ?? 1000];
  return [...numbers.map(String), ...script];
}

interface Seen extends Observed {
  readonly stillRunning: number;
  /** How late the machine woke a thread that only slept, in microseconds. */
  readonly late: number;
}

type Style = "java" | "spring";

const players = ["Play.java", "Policy.java", "Door.java", "Lateness.java"];
const setOf = { java: "resilience4j", spring: "spring-boot-3" };

/** Each vector has a package of its own, so that all classes are compiled before the first is played. */
function configured(vector: Vector, style: Style): Configuration {
  return { target: { style, package: `com.example.v${ours.findIndex(([name]) => name === vector.name)}` } };
}

describeEngine("jvm", (engine) => {
  let jvm: Awaited<ReturnType<typeof startJvm>>;
  const classes = new Map<Style, string>();
  beforeAll(async () => {
    jvm = await startJvm(engine);
    for (const style of ["java", "spring"] as const) {
      const generated = ours.map(([, one]) => javaSources(playable(one).dpm, configured(one, style)));
      const ofStyle = style === "spring" ? ["PlaySpring.java", "Context.java"] : [];
      const sources = Object.assign(harness(...players, ...ofStyle), ...generated) as Record<string, string>;
      const compiled = await jvm.compile({ sources, sets: [setOf[style]], timeoutMs: 120_000 });
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
      classes.set(style, compiled.classesDir);
    }
  }, 300_000);
  afterAll(() => jvm.stop());

  async function observe(vector: Vector, style: Style): Promise<Seen> {
    const configuration = configured(vector, style);
    const paths = Object.keys(javaSources(vector.dpm, configuration));
    const [type = ""] = paths.filter((path) => path.endsWith("Policy.java"));
    const played = await jvm.run({
      mainClass: style === "spring" ? "PlaySpring" : "Play",
      classes: [classes.get(style) ?? ""],
      sets: [setOf[style]],
      args: [
        ...(style === "spring" ? [settings(vector.dpm, configuration)] : []),
        classOf(type),
        ...argumentsOf(vector),
      ],
      timeoutMs: 60_000,
    });
    if (!played.ok) throw new Error(JSON.stringify(played));
    return JSON.parse(played.value) as Seen;
  }

  async function expectBehaviour(one: Vector, style: Style): Promise<void> {
    const vector = playable(one);
    const seen = await observe(vector, style);
    // A call waits for a handful of threads in turn: the caller's, the attempt's, the backend's and back.
    const slack = 400_000 + 4 * seen.late;
    expect(deviations(vector.expected, seen, { slack }).join("\n"), `late by ${seen.late} us`).toBe("");
    expect(seen.stillRunning).toBe(0);
  }

  describe("one caller", () => {
    test.concurrent.each(ours.filter(([, one]) => isAlone(one)))("%s", (_, one) => expectBehaviour(one, "java"));
  });
  // One play at a time: what several callers see depends on who is first.
  describe("several callers", () => {
    test.each(ours.filter(([, one]) => !isAlone(one)))("%s", (_, one) => expectBehaviour(one, "java"));
  });
  describe("in a Spring context", () => {
    test.each(ours.filter(([, one]) => !isAlone(one) && isClosedAgain(one)))("%s", (_, one) =>
      expectBehaviour(one, "spring"),
    );
  });
});
