import {
  componentOf,
  facet,
  suggest,
  wordsOf,
  written,
  type Component,
  type Diagnostic,
  type Model,
  type Phrase,
} from "@dpm/core";
import { phrases } from "../phrases.ts";
import { problems } from "../diagnostics.ts";

/** The component that is meant: by its exact name, by its words, or the only one that has a policy. */
export function policyHolder(model: Model, name: string | undefined): Component | Diagnostic {
  const holders = model.components.filter((one) => facet(one, "fault_tolerance"));
  const named = (holders.length > 0 ? holders : model.components).map((one) => one.name);
  if (name === undefined) {
    const [only, ...others] = holders;
    if (!only) return problems.noPolicy().at(undefined);
    return others.length === 0 ? only : problems.whichComponent({ components: few(named) }).at(undefined);
  }
  const exact = componentOf(model, name);
  if (exact) return exact;
  const alike = model.components.filter((one) => wordsOf(one.name) === wordsOf(name));
  if (alike.length === 1 && alike[0]) return alike[0];
  const near = suggest(
    name,
    model.components.map((one) => one.name),
  );
  const help = near === undefined ? {} : { help: phrases.writeIfMeant({ near: `\`${near}\`` }) };
  return problems.unknownComponent({ name, components: few(named) }).at(undefined, help);
}

function few(all: readonly string[]): readonly (string | Phrase)[] {
  return all.length > 10 ? [...all.slice(0, 9), phrases.nMore({ n: all.length - 9 })] : all;
}

/** Whether a request can be sent again: as the block says, else as a GET can, which is assumed. */
export function repeats(component: Component): { readonly idempotent: boolean; readonly isAssumed: boolean } {
  const block = facet(component, "fault_tolerance");
  const isAssumed = !(block && written(block, "idempotent"));
  return { idempotent: isAssumed || component.policy.idempotent, isAssumed };
}
