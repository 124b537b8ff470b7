import type { BlockKinds } from "../blocks/index.gen.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Concern, Edge, KindName, Model } from "../2-normalize/model.ts";
import type { Deadlines } from "../2-normalize/deadlines.ts";
import type { Artifact, TargetArtifact } from "../4-emit/artifact.ts";
import type { Ledger } from "../4-emit/ledger.ts";
import type { Version } from "../4-emit/version.ts";

/** What a target was asked for in the configuration. */
export interface Target<Options> {
  readonly name: string;
  /** The engine's version: the configured one, else the plugin's own. */
  readonly version: Version;
  readonly options: Options;
}

export interface ValidateContext<Options> {
  readonly model: Model;
  readonly target: Target<Options>;
  /** The blocks of a kind that this target is to lower. */
  readonly blocks: <K extends KindName>(kind: K) => readonly BlockKinds[K][];
  /** The edges on which this target acts. */
  readonly edges: readonly Edge[];
  /** Whether this target owns the concern on that edge. */
  readonly owns: (edge: Edge, concern: Concern) => boolean;
  /** The deadlines that this target states on an edge, nested with those of the other layers. */
  readonly deadlines: (edge: Edge) => Deadlines;
}

export interface EmitContext<Options> extends ValidateContext<Options> {
  /** Takes fields and records what became of them. */
  readonly on: Ledger;
  /** What the engines made, for all configured targets; a platform mounts it. Empty for engines. */
  readonly artifacts: readonly TargetArtifact[];
}

export interface Emission {
  readonly artifacts: readonly Artifact[];
  /** What a target cannot say at all, such as a string that its language refuses. */
  readonly diagnostics?: readonly Diagnostic[];
}
