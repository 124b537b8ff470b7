import type { Reason } from "../diagnostics/diagnostic.ts";

/** What became of a field in a target. */
export type Verdict =
  /** The engine does what the model says. */
  | { readonly verdict: "exact" }
  /** The engine's own default says it, stated or not needed. */
  | { readonly verdict: "by-default"; readonly reason?: Reason }
  | { readonly verdict: "approximated"; readonly reason: Reason }
  /** Another configured target does it. */
  | { readonly verdict: "elsewhere"; readonly owner: string }
  | { readonly verdict: "impossible"; readonly reason: Reason };

export type VerdictName = Verdict["verdict"];

/** From best to worst. */
export const verdictNames: readonly VerdictName[] = ["exact", "by-default", "approximated", "elsewhere", "impossible"];

/** Verdicts and severities that can be made errors. */
export type Strict = Exclude<VerdictName, "exact" | "by-default" | "elsewhere"> | "warning";
