import { readFileSync } from "node:fs";
import { parseDuration } from "@dpm/core";
import { describeEngine, deviations, play, startJvm, vectors, type Observed, type Vector } from "@dpm/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { classOf, javaSources } from "./generated.ts";

const harness = Object.fromEntries(
  ["Play.java", "Policy.java"].map((name) => [name, readFileSync(new URL(`java/${name}`, import.meta.url), "utf8")]),
);

/** Vectors of a policy that acts alone in its process. */
const ours = vectors.filter((one) => !one.layers);

/** None is longer than a few seconds. */
function playable(vector: Vector): Vector {
  return apart(lasts(vector) > 5_000_000 ? faster(vector, 5) : vector);
}

function lasts(vector: Vector): number {
  return Math.max(0, ...play(vector).trace.requests.map((one) => one.endedAt ?? 0));
}

/** The same vector with every duration divided. */
function faster(vector: Vector, times: number): Vector {
  const shorter = (_: string, found: string, quote: string): string =>
    `${Math.round(microseconds(found) / times)}us${quote}`;
  return JSON.parse(JSON.stringify(vector).replace(/\b(\d+(?:ms|s|m))(\\?")/g, shorter)) as Vector;
}

/** Real callers are not answered at one instant: whoever is first waits for the others before the next request. */
function apart(vector: Vector): Vector {
  const { requests = 1, callers = 1, gap } = vector;
  return callers > 1 && requests > callers && gap === undefined ? { ...vector, gap: "100ms" } : vector;
}

function microseconds(text: string): number {
  const time = parseDuration(text);
  if ("problem" in time) throw new Error(`${text} is no duration`);
  return time.value;
}

function argumentsOf(vector: Vector, type: string): readonly string[] {
  const { requests = 1, callers = 1, gap = "0ms", idempotent = true, backend } = vector;
  const script = (backend.script ?? []).map(({ outcome, after = "0ms" }) => `${outcome}@${microseconds(after) / 1000}`);
  const numbers = [requests, callers, microseconds(gap) / 1000, idempotent, backend.concurrency ?? 1000];
  return [type, ...numbers.map(String), ...script];
}

interface Seen extends Observed {
  readonly stillRunning: number;
}

describeEngine("jvm", (engine) => {
  let jvm: Awaited<ReturnType<typeof startJvm>>;
  beforeAll(async () => void (jvm = await startJvm(engine)));
  afterAll(() => jvm.stop());

  async function observe(vector: Vector): Promise<Seen> {
    const generated = javaSources(vector.dpm);
    const compiled = await jvm.compile({ sources: { ...harness, ...generated }, sets: ["resilience4j"] });
    expect(compiled.diagnostics.filter((one) => one.kind === "ERROR")).toEqual([]);
    const type = classOf(Object.keys(generated)[0] ?? "");
    const played = await jvm.run({
      mainClass: "Play",
      classes: [compiled.classesDir],
      sets: ["resilience4j"],
      args: argumentsOf(vector, type),
    });
    if (!played.ok) throw new Error(JSON.stringify(played));
    return JSON.parse(played.value) as Seen;
  }

  test.concurrent.each(ours.map((one) => [one.name, one] as const))("%s", async (_, one) => {
    const vector = playable(one);
    const seen = await observe(vector);
    expect(deviations(vector.expected, seen, { slack: 400_000 })).toEqual([]);
    expect(seen.stillRunning).toBe(0);
  });
});
