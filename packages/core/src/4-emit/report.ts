import type { Span } from "../source/source-file.ts";
import type { Verdict, VerdictName } from "./verdict.ts";

/** What became of everything that the source says, in every configured target. */
export interface Report {
  readonly targets: readonly { readonly name: string; readonly version: string }[];
  readonly fields: readonly FieldReport[];
  /** Blocks of a kind that no configured target lowers. */
  readonly untaken: readonly { readonly kind: string; readonly names: readonly string[] }[];
  /** Blocks that say in `targets` which targets they are for, with those that would take them otherwise. */
  readonly filtered: readonly { readonly kind: string; readonly name: string; readonly targets: readonly string[] }[];
  /** Values that are written for one target alone, in `raw`. They are counted by nobody else. */
  readonly raw: readonly RawReport[];
  readonly summary: Summary;
}

/** One such value: `load_balancer ApiGateway.raw.nginx.location.proxy_buffering`. */
export interface RawReport {
  readonly path: string;
  readonly span: Span;
  readonly target: string;
  /** `exact` where it is in the target's text, as it is written and unchecked by dpm; absent where the target is not configured, or said nothing since it failed. */
  readonly verdict?: Verdict;
}

/** One written field: `load_balancer ApiGateway.servers[2].weight`. */
export interface FieldReport {
  readonly path: string;
  readonly span: Span;
  /** Present for a group: it stands for these of its fields, which nobody wrote and a target cannot express. */
  readonly unwritten?: readonly string[];
  /** One for each target that lowers the kind and acts on this block, the worst where a field is used several times. */
  readonly verdicts: readonly TargetVerdict[];
}

export type TargetVerdict = Verdict & { readonly target: string };

/** Counts per written field the best verdict over all targets; `by-default` counts as exact. */
export interface Summary {
  readonly fields: number;
  readonly counts: Readonly<Record<Exclude<VerdictName, "by-default">, number>>;
  /** Fields of blocks that no target takes. */
  readonly untaken: number;
}
