import type { Diagnostic } from "./diagnostic.ts";

/** In the order of files and places; what has no place comes first. Equal ones are kept once, the more severe before. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const rank = { error: 0, warning: 1, note: 2 };
  const sorted = diagnostics.toSorted(
    (one, other) =>
      compare(one.span?.file ?? "", other.span?.file ?? "") ||
      (one.span?.start ?? -1) - (other.span?.start ?? -1) ||
      rank[one.severity] - rank[other.severity] ||
      compare(one.code, other.code) ||
      compare(one.message, other.message),
  );
  const seen = new Set<string>();
  return sorted.filter((one) => {
    const key = JSON.stringify([one.code, one.message, one.span]);
    return seen.has(key) ? false : (seen.add(key), true);
  });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
