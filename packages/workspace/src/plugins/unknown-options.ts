import {
  apiVersion,
  fromJson,
  keySpanOf,
  objectSpec,
  readObject,
  type Diagnostic,
  type FieldNode,
  type ObjectSpec,
  type Plugin,
} from "@dpm/core";
import { targetType } from "../config/fields.ts";
import type { TargetConfig } from "../config/read-config.ts";

/**
 * What is wrong with a target's options where one of them is none. Core reads the options too, but it does not know
 * what dpm itself reads of a target: only here a mistyped `version` is told from a mistyped option.
 */
export function unknownOptions({ name, options, span, locate }: TargetConfig, plugin: Plugin): readonly Diagnostic[] {
  if (plugin.apiVersion !== apiVersion || Object.keys(options).length === 0) return [];
  const own = objectSpec(plugin.options ?? {});
  const type: ObjectSpec = { ...own, fields: { ...targetType.fields, ...own.fields } };
  const group = fromJson(options, locate);
  const fields = Object.entries(options).map(([key, value]): FieldNode => {
    const node = fromJson(value, locate, [key]);
    return { key: { text: key, span: keySpanOf(options, key) ?? node.span }, value: node };
  });
  const node = { type: "object", fields, span: span ?? group.span } as const;
  const { diagnostics } = readObject(node, type, `target ${name}`);
  return diagnostics.some((one) => one.code === "core/unknown-field") ? diagnostics : [];
}
