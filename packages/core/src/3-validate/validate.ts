import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Model } from "../2-normalize/model.ts";
import type { Host } from "../plugin/host.ts";
import { rules } from "./rules/index.gen.ts";

/** Holds the model against dpm's own rules and those of the plugins. The model is never changed. */
export function validate(model: Model, host: Host): readonly Diagnostic[] {
  const kinds = new Set(host.kinds.keys());
  const own = rules.flatMap((rule) => rule.check(model, kinds));
  const contexts = host.contexts(model);
  const collected = host.hooks.validate.collect({ model, contextOf: (name) => contexts.get(name) });
  const theirs = collected.answers.flatMap(({ result }) => result ?? []);
  return [...own, ...theirs, ...host.crashes("validate", collected)];
}
