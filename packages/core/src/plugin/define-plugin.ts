import type { BlockKind } from "../fields/block.ts";
import type { Field, FieldsOut, Json } from "../fields/field.ts";
import type { Presence } from "../fields/spec.ts";
import type { BlockKinds } from "../blocks/index.gen.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Catalogue } from "../diagnostics/define.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Document } from "../1-parse/syntax.ts";
import type { Concern, Edge, KindName, Model } from "../2-normalize/model.ts";
import type { Deadlines } from "../2-normalize/deadlines.ts";
import type { Artifact, TargetArtifact } from "../4-emit/artifact.ts";
import type { Ledger } from "../4-emit/ledger.ts";
import type { Support } from "../4-emit/support.ts";
import type { Hooks } from "./hooks.ts";
import type { Version } from "./version.ts";

/** The version of this contract; a plugin of another one is refused with a remedy. */
export const apiVersion = 1;

export type OptionFields = Readonly<Record<string, Field<unknown, Presence>>>;

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

/** A target, a set of kinds, or a set of rules: data and four functions, one for each step of the line. */
export interface PluginDefinition<Fields extends OptionFields = OptionFields> {
  /** The target's name, and the owner of its diagnostics. */
  readonly name: string;
  readonly apiVersion: number;
  /** The engine and the version that is meant when the configuration names none. */
  readonly engines?: Readonly<Record<string, string>>;
  readonly options?: Fields;
  readonly kinds?: readonly BlockKind[];
  readonly support?: Support;
  readonly diagnostics?: { readonly catalogue: Catalogue };
  /** Reads a source of another extension; `undefined` leaves it to others. */
  readonly parse?: (
    source: SourceFile,
  ) => { readonly document: Document; readonly diagnostics: readonly Diagnostic[] } | undefined;
  /** Additions to blocks of the plugin's own kinds; a field that is there already is a conflict. */
  readonly normalize?: (
    block: { readonly kind: string; readonly name: string },
    model: Model,
  ) => Readonly<Record<string, Json>> | undefined;
  readonly validate?: (context: ValidateContext<FieldsOut<Fields>>) => readonly Diagnostic[];
  readonly emit?: (context: EmitContext<FieldsOut<Fields>>) => Emission;
  /** The machinery underneath, for what the four functions cannot say. */
  readonly apply?: (hooks: Hooks) => void;
}

/** A plugin whose options' type is not known any more: what the host works with. */
export type Plugin = Omit<PluginDefinition, "validate" | "emit"> & {
  readonly validate?: (context: ValidateContext<unknown>) => readonly Diagnostic[];
  readonly emit?: (context: EmitContext<unknown>) => Emission;
};

/** Declares a plugin. It holds no state: everything a run needs is in the context that each function receives. */
export function definePlugin<const Fields extends OptionFields = Record<never, never>>(
  definition: PluginDefinition<Fields>,
): Plugin {
  // The host reads the options by `definition.options` before it calls, so forgetting their type here is sound.
  return definition as unknown as Plugin;
}
