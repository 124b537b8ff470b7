import { findingOf, keyOf, sortDiagnostics, type Diagnostic, type Finding, type Span } from "@dpm/core";

/** A finding that is accepted, so many times. */
export interface KnownFinding extends Finding {
  readonly count: number;
}

/** What was new when it was held against a baseline. */
export interface Compared {
  readonly fresh: readonly Diagnostic[];
  /** How many were known. */
  readonly known: number;
  /** What the baseline knows and nobody found, so many times. */
  readonly gone: readonly KnownFinding[];
}

/** Every finding once, in an order that does not depend on where it stands. */
export function knownOf(diagnostics: readonly Diagnostic[], pathOf: (span: Span) => string): readonly KnownFinding[] {
  const findings = sortDiagnostics(diagnostics).map((one) => findingOf(one, pathOf));
  const equal = [...Map.groupBy(findings, keyOf)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return equal.flatMap(([, found]) => found.slice(0, 1).map((one) => ({ ...one, count: found.length })));
}

/** Of equal findings as many are known as the baseline counts; which of them does not matter. */
export function compare(
  diagnostics: readonly Diagnostic[],
  baseline: readonly KnownFinding[],
  pathOf: (span: Span) => string,
): Compared {
  const sorted = sortDiagnostics(diagnostics);
  const left = new Map(baseline.map((one) => [keyOf(one), one.count]));
  const fresh = sorted.filter((one) => {
    const key = keyOf(findingOf(one, pathOf));
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
  const gone = baseline.flatMap((one) => {
    const count = left.get(keyOf(one)) ?? 0;
    return count > 0 ? [{ ...one, count }] : [];
  });
  return { fresh, known: sorted.length - fresh.length, gone };
}
