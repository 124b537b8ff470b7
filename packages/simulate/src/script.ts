import { parseDuration } from "@dpm/core";
import { problem, type Problem } from "./check.ts";
import type { Outcome, OutcomeName } from "./scenario.ts";

/**
 * Reads a list of `{ "outcome": "ok" | "error" | "hang" | "refuse" | "business", "after"?: "20ms" }`, one for each call
 * to the backend in the order of arrival, the last one repeated. The first mistake is told with its path.
 */
export function parseScript(json: unknown): { readonly script: readonly Outcome[] } | Problem {
  if (!Array.isArray(json)) return problem("", `${spoken(json)} was found; a list of outcomes was expected`);
  if (json.length === 0) return problem("", "the list is empty; at least one outcome was expected");
  const script: Outcome[] = [];
  for (const [index, entry] of (json as readonly unknown[]).entries()) {
    const outcome = parseOutcome(entry, `[${index}]`);
    if ("problem" in outcome) return outcome;
    script.push(outcome);
  }
  return { script };
}

function parseOutcome(entry: unknown, path: string): Outcome | Problem {
  if (!isObject(entry)) return problem(path, `${spoken(entry)} was found; an object with \`outcome\` was expected`);
  const unknown = Object.keys(entry).find((key) => key !== "outcome" && key !== "after");
  if (unknown !== undefined)
    return problem(
      `${path}.${unknown}`,
      `an outcome has no field \`${unknown}\`; \`outcome\` and \`after\` were expected`,
    );
  const outcome = names.find((name) => name === entry["outcome"]);
  if (!outcome)
    return problem(
      `${path}.outcome`,
      `${spoken(entry["outcome"])} is no outcome; one of ${names.join(", ")} was expected`,
    );
  if (!Object.hasOwn(entry, "after")) return { outcome };
  const after = typeof entry["after"] === "string" ? parseDuration(entry["after"]) : { problem: "form" };
  if ("problem" in after)
    return problem(`${path}.after`, `${spoken(entry["after"])} is no duration; text such as "20ms" was expected`);
  return { outcome, after: after.value };
}

const names: readonly OutcomeName[] = ["ok", "error", "hang", "refuse", "business"];

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Short, however long the value is. */
function spoken(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "an object";
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
