import type { SourceFile, Span } from "@dpm/core";

/**
 * Where a value of a module probably stands: at its key, where the text has this key once only; else at the nearest key
 * around it of which that is true; else at the beginning of the file. A module computes its values, so no more is known.
 */
export function keyPlaces({ name, text }: SourceFile): (path: readonly string[]) => Span {
  return (path) => {
    const place = path
      .toReversed()
      .map((key) => onlyPlace(key, text))
      .find((one) => one !== undefined);
    return { file: name, ...(place ?? { start: 0, end: 0 }) };
  };
}

function onlyPlace(key: string, text: string): { readonly start: number; readonly end: number } | undefined {
  if (/^\d+$/.test(key)) return undefined;
  const written = key.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const [found, ...others] = text.matchAll(new RegExp(`(?<![\\w$.-])(["']?)${written}\\1\\s*:`, "g"));
  if (!found || others.length > 0) return undefined;
  const start = found.index + (found[1] ?? "").length;
  return { start, end: start + key.length };
}
