import { bugs, type Diagnostic } from "@dpm/core";

/** 0 all is well, 1 errors in the model, 2 usage or configuration, 3 drift, 6 could not write, 70 a bug in dpm or a plugin. */
export type ExitCode = 0 | 1 | 2 | 3 | 6 | 70;

const ofDrift = new Set(["workspace/drift"]);
const ofWriting = new Set([
  ...["workspace/could-not-write", "workspace/edited-meanwhile", "workspace/file-edited", "workspace/file-not-ours"],
  ...["workspace/locked", "workspace/stale-edited", "workspace/state-place", "workspace/stuck"],
  ...[
    "workspace/path-is-input",
    "workspace/path-link",
    "workspace/path-occupied",
    "workspace/path-outside",
    "workspace/path-unsafe",
  ],
]);
const ofModel = new Set(["workspace/invalid-utf8", "workspace/input-too-large"]);
const ofUsage = new Set([
  "core/api-mismatch",
  "core/duplicate-target",
  "core/duplicate-kind",
  "core/no-version",
  "core/bad-option",
  "core/unknown-owner",
]);
const ofBugs = new Set([...bugs, "workspace/internal-error"]);

/** What the process ends with. Of several errors the one counts that has to be mended first. */
export function exitCodeOf(diagnostics: readonly Diagnostic[], config?: string): ExitCode {
  const codes = diagnostics.filter((one) => one.severity === "error").map((one) => classOf(one, config));
  const order: readonly ExitCode[] = [70, 2, 1, 6, 3];
  return order.find((code) => codes.includes(code)) ?? 0;
}

function classOf({ code, span }: Diagnostic, config: string | undefined): ExitCode {
  if (ofBugs.has(code)) return 70;
  if (ofDrift.has(code)) return 3;
  if (ofWriting.has(code)) return 6;
  if (config !== undefined && span?.file === config) return 2;
  if (ofUsage.has(code)) return 2;
  return code.startsWith("workspace/") && !ofModel.has(code) ? 2 : 1;
}
