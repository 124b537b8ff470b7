import type { TargetInput } from "./compile-input.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { objectSpec } from "../fields/field.ts";
import { fromJson } from "../2-normalize/read/from-json.ts";
import { readObject } from "../2-normalize/read/read-object.ts";

/** Reads a target's options by the fields that its plugin declares; missing ones get their defaults. */
export function readOptions(target: TargetInput): {
  readonly options: unknown;
  readonly problems: readonly Diagnostic[];
} {
  const node = fromJson(target.options ?? {}, target.span);
  const { value, diagnostics } = readObject(node, objectSpec(target.plugin.options ?? {}), `target ${target.name}`);
  return { options: value, problems: diagnostics };
}
