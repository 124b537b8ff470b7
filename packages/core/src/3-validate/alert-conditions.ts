import type { BlockKinds } from "../blocks/index.gen.ts";
import { facet, type Component } from "../2-normalize/model.ts";
import { spanOf } from "../2-normalize/origin.ts";
import type { Span } from "../source/source-file.ts";

/** The names by which a component's conditions may call its metrics: alone, or after their group. */
export function metricsOf(component: Component): ReadonlySet<string> {
  const groups = Object.entries(facet(component, "metrics")?.groups ?? {});
  return new Set(
    groups.flatMap(([group, metrics]) => Object.keys(metrics).flatMap((name) => [name, `${group}.${name}`])),
  );
}

type Alert = BlockKinds["alerts"]["rules"][string];

/** A part of a condition in its source; the whole condition where escapes hide the place. */
export function partOf(alert: Alert, at: number, length: number): Span | undefined {
  const span = spanOf(alert, "condition");
  if (!span || span.end - span.start !== alert.condition.length + 2) return span;
  const start = span.start + 1 + Math.min(at, alert.condition.length);
  return { file: span.file, start, end: Math.min(Math.max(start + length, start + 1), span.end) };
}
