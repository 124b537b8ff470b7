import type { FieldReport, Origin, Report, Span, TargetVerdict } from "@dpm/core";
import { placeText, type Places } from "../report/places.ts";
import { words } from "../language.ts";
import { reasonOf, verdictWords } from "../report/words.ts";
import { columns, styles } from "../terminal/output.ts";
import { table, type Cell } from "../terminal/table.ts";

/** A part of a generated line, with what it comes from. */
export interface Segment {
  readonly text: string;
  readonly from: readonly Source[];
}

interface Source {
  readonly kind: Origin["kind"];
  /** The field that was written or left out, or what was decided. */
  readonly what: string;
  /** Where in the model; a decision may have several places, or none. */
  readonly places: readonly { readonly path: string; readonly span: Span }[];
  /** What the target says of the field, where that is not simply exact. */
  readonly verdict?: TargetVerdict;
}

/** What the marks of a line say, with the target's verdicts on the fields. */
export function segmentsOf(
  marks: readonly { readonly text: string; readonly origins: readonly Origin[] }[],
  target: string,
  { fields }: Report,
): readonly Segment[] {
  return marks.map(({ text, origins }) => ({ text, from: origins.map((origin) => sourceOf(origin, target, fields)) }));
}

function sourceOf(origin: Origin, target: string, fields: readonly FieldReport[]): Source {
  const roots = rootsOf(origin);
  const judged = fields.find(
    ({ span, unwritten }) =>
      !unwritten &&
      roots.some(
        (root) => root.span.file === span.file && root.span.start === span.start && root.span.end === span.end,
      ),
  );
  const verdict = judged?.verdicts.find((one) => one.target === target);
  return {
    kind: origin.kind,
    what: origin.kind === "decision" ? origin.what : origin.path,
    places: roots,
    ...(verdict && verdict.verdict !== "exact" && { verdict }),
  };
}

/** The places that a value depends on, each once. */
function rootsOf(origin: Origin): readonly { readonly path: string; readonly span: Span }[] {
  if (origin.kind !== "decision") return [{ path: origin.path, span: origin.span }];
  const all = origin.from.flatMap(rootsOf);
  return all.filter((one, index) => all.findIndex((other) => other.path === one.path) === index);
}

/** The line, and below it each of its parts with its origin. */
export function textOf(
  {
    name,
    line,
    text,
    target,
  }: { readonly name: string; readonly line: number; readonly text: string; readonly target: string },
  segments: readonly Segment[],
  placeOf: Places,
): string {
  const head = `${styles.bold(`${name}:${line}`)}   ${text.trim()}\n`;
  if (segments.length === 0) return `${head}  ${words.notFromModel({ target })}\n`;
  const rows = segments.flatMap((segment) =>
    segment.from.map((source, index): readonly (Cell | string)[] => [
      index === 0 ? { text: segment.text, paint: styles.accent } : "",
      kindOf(source, placeOf),
      told(source, placeOf),
    ]),
  );
  return `${head}${table(rows, { indent: "  ", gap: "   ", width: columns() }).join("\n")}\n`;
}

/** The place of what was written, else what kind of value it is. */
function kindOf(source: Source, placeOf: Places): string {
  if (source.kind === "written") return first(source, placeOf);
  return source.kind === "default" ? words.default() : words.decision();
}

function first({ places }: Source, placeOf: Places): string {
  const [place] = places;
  return place ? placeText(placeOf, place.span) : "";
}

function told(source: Source, placeOf: Places): string {
  const { kind, what, places, verdict } = source;
  const from = kind === "decision" ? places.map((one) => `${shortPath(one.path)} ${placeText(placeOf, one.span)}`) : [];
  const where =
    kind === "default"
      ? words.ofPlace({ place: first(source, placeOf) })
      : from.length > 0
        ? words.fromPlaces({ places: from })
        : "";
  const reason = verdict && reasonOf(verdict);
  const judged = verdict
    ? ` (${verdictWords[verdict.verdict]}${reason === undefined || reason === "" || kind === "decision" ? "" : `: ${reason}`})`
    : "";
  return `${kind === "decision" ? what : shortPath(what)}${where}${judged}`;
}

/** A field's path without its block's kind. */
function shortPath(path: string): string {
  return path.slice(path.indexOf(" ") + 1);
}

/** What `schemas/why.json` describes as `segments`. */
export function jsonOf(segments: readonly Segment[], placeOf: Places): readonly object[] {
  return segments.map(({ text, from }) => ({
    text,
    from: from.map(({ kind, what, places, verdict }) => ({
      kind,
      what,
      places: places.map(({ path, span }) => ({ path, ...placeOf(span) })),
      ...(verdict && { verdict: verdict.verdict, ...(reasonOf(verdict) !== "" && { reason: reasonOf(verdict) }) }),
    })),
  }));
}
