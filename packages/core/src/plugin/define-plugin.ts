import type { BlockKind } from "../fields/block.ts";
import type { Field, FieldsOut, Json } from "../fields/field.ts";
import type { Presence } from "../fields/spec.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Catalogue } from "../diagnostics/define.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Document } from "../1-parse/syntax.ts";
import type { Model } from "../2-normalize/model.ts";
import type { Support } from "../4-emit/support.ts";
import type { Emission, EmitContext, ValidateContext } from "./contexts.ts";
import type { Hooks } from "./hooks.ts";

/** The version of this contract; a plugin of another one is refused with a remedy. */
export const apiVersion = 1;

export type OptionFields = Readonly<Record<string, Field<unknown, Presence>>>;

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
