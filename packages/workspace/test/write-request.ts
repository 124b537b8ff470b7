import type { OutputFile } from "../src/write/output-files.ts";
import type { WriteRequest } from "../src/write/decision.ts";

/** Files of targets, `{ nginx: { "shop.conf": "..." } }`, as a full run of the configuration `.dpmrc` would write them. */
export function request(
  root: string,
  targets: Readonly<Record<string, Readonly<Record<string, string>>>>,
  more: Partial<WriteRequest> = {},
): WriteRequest {
  const files = Object.entries(targets).flatMap(([target, texts]) =>
    Object.entries(texts).map(([path, text]): OutputFile => ({ target, path, mode: "generated", content: { text } })),
  );
  return { root, out: "generated", config: ".dpmrc", files, complete: "all", ...more };
}

/** The codes of diagnostics, for short expectations. */
export function codes(result: { readonly diagnostics: readonly { readonly code: string }[] }): readonly string[] {
  return result.diagnostics.map((one) => one.code);
}

/** The statuses by path. */
export function statuses(result: {
  readonly files: readonly { readonly path: string; readonly status: string }[];
}): Readonly<Record<string, string>> {
  return Object.fromEntries(result.files.map((one) => [one.path, one.status]));
}
