import { printDuration } from "@dpm/core";
import type { RequestTrace, Trace } from "./trace.ts";

export interface TableOptions {
  /** Only so many requests are shown, and the rest is counted. 40 if absent. */
  readonly rows?: number;
  /** One call. `●` if absent. */
  readonly dot?: string;
}

/** The run as a table, one line per request, each ending with a line feed. */
export function renderTable(trace: Trace, { rows = 40, dot = "●" }: TableOptions = {}): string {
  const opened = new Map(
    trace.events.filter((event) => event.type === "opened").map((event) => [event.request, event.lasts ?? 0]),
  );
  const shown = trace.requests.slice(0, rows);
  const cells = shown.map((one) => [
    String(one.request),
    callsOf(one, dot),
    String(one.seen),
    answerOf(one),
    breakerOf(one, opened),
  ]);
  const lines = aligned([["request", "calls", "backend has seen", "answer", "breaker"], ...cells]);
  const hidden = trace.requests.length - shown.length;
  if (hidden > 0) lines.push(`… and ${hidden} more`);
  if (trace.unsent > 0) lines.push(`${trace.unsent} never sent: their callers wait for ever`);
  return lines.map((line) => `  ${line}\n`).join("");
}

/** More calls than anyone can count at a glance are written as a number. */
function callsOf({ calls }: RequestTrace, dot: string): string {
  return calls > 10 ? `${dot} × ${calls}` : dot.repeat(calls);
}

function answerOf({ answer, answeredBy, failure }: RequestTrace): string {
  if (answer === "error" && failure) return `error: ${failure.replaceAll("_", " ")}`;
  return answeredBy ?? answer ?? "none, waits for ever";
}

function breakerOf({ breaker, request }: RequestTrace, opened: ReadonlyMap<number, number>): string {
  const lasts = opened.get(request);
  return breaker === "open" && lasts !== undefined ? `open for ${printDuration(lasts)}` : breaker;
}

/** Columns three spaces apart, the last one not filled up. */
function aligned(table: readonly (readonly string[])[]): string[] {
  const widths = table.reduce<number[]>(
    (most, row) => row.map((cell, column) => Math.max(most[column] ?? 0, cell.length)),
    [],
  );
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("   ")
      .trimEnd(),
  );
}
