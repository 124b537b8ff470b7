import type { Diagnostic } from "./diagnostic.ts";

/** Leaves out what speaks of the very place of an earlier error: mended, it may be gone, and if not it is told then. */
export function withoutEchoes(found: readonly Diagnostic[], before: readonly Diagnostic[]): readonly Diagnostic[] {
  const places = new Set(before.flatMap((one) => (one.severity === "error" && one.span ? [keyOf(one.span)] : [])));
  return found.filter(({ span }) => !span || !places.has(keyOf(span)));
}

function keyOf({ file, start, end }: NonNullable<Diagnostic["span"]>): string {
  return JSON.stringify([file, start, end]);
}
