import {
  readObject,
  spanOf,
  keySpanOf,
  written,
  type Concern,
  type Diagnostic,
  type FieldNode,
  type Json,
  type ObjectNode,
  type Span,
  type Strict,
  type ValueNode,
} from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { ConfigDocument } from "./config-document.ts";
import { configType, type ConfigValues, type TargetValues } from "./fields.ts";

/** What a configuration says; its plugins are not looked for yet. */
export interface Config {
  readonly input: readonly Spanned[];
  readonly out: string;
  readonly targets: readonly TargetConfig[];
  readonly plugins: readonly Spanned[];
  readonly owners: Readonly<Record<string, Readonly<Partial<Record<Concern, string>>>>>;
  readonly strict: readonly Strict[];
  readonly allowOutside: boolean;
  readonly env?: string;
  /** Where an entry is written: `out`; `targets`; `owners`, component, concern; or `plugins`, index. Nothing: the whole. */
  readonly locate?: (path: readonly string[]) => Span | undefined;
}

/** A text and where it is written. */
export interface Spanned {
  readonly text: string;
  readonly span?: Span | undefined;
}

export interface TargetConfig {
  readonly name: string;
  /** Where the name is written. */
  readonly span?: Span | undefined;
  readonly version?: string;
  readonly components?: readonly string[];
  readonly plugin?: Spanned;
  readonly options: Readonly<Record<string, Json>>;
  /** Where something is written; the path starts below the target. */
  readonly locate?: (path: readonly string[]) => Span | undefined;
}

/** What a run without a configuration goes by. */
export const defaults: Config = {
  input: [{ text: "*.dpm" }],
  out: "generated",
  targets: [],
  plugins: [],
  owners: {},
  strict: [],
  allowOutside: false,
};

/** Reads a configuration. Every mistake is a diagnostic with its place; what is sound is returned all the same. */
export function readConfig({ node, source }: ConfigDocument): {
  readonly config: Config;
  readonly diagnostics: readonly Diagnostic[];
} {
  const refuse = (diagnostic: Diagnostic): ReturnType<typeof readConfig> => ({
    config: defaults,
    diagnostics: [diagnostic],
  });
  if (node?.type !== "object") {
    const params = { found: describe(node), example: '{ "targets": ["nginx"] }' };
    return refuse(problems.configNotObject(params).at(placeOf(node, source.name)));
  }
  const imported = node.fields.find(({ key }) => key.text === "$import");
  if (imported)
    return refuse(problems.configImport().at(placeOf({ ...imported.value, span: imported.key.span }, source.name)));
  const { value, diagnostics } = readObject(withoutShorthands(node), configType, source.name);
  // The type of the fields' table is erased when it is put together from parts.
  return { config: value ? configOf(value as ConfigValues) : defaults, diagnostics };
}

function configOf(values: ConfigValues): Config {
  const { targets = {}, input, plugins, owners = {}, ...rest } = values;
  return {
    ...rest,
    input: spanned(input),
    plugins: spanned(plugins),
    owners: Object.fromEntries(Object.entries(owners).map(([name, choice]) => [name, concernsOf(choice)])),
    locate: ([first, second = "", third]) => {
      if (first === undefined) return spanOf(values);
      if (first === "out" || first === "targets") return written(values, first) ? spanOf(values, first) : undefined;
      if (first === "plugins") return spanOf(plugins, second);
      const choice = Object.hasOwn(owners, second) ? owners[second] : undefined;
      if (!choice) return undefined;
      return third === undefined
        ? keySpanOf(owners, second)
        : spanOf(choice, third === "circuit_breaker" ? "circuitBreaker" : third);
    },
    targets: Object.entries(targets).map(([name, target]) => targetOf(name, target, keySpanOf(targets, name))),
  };
}

function targetOf(name: string, target: TargetValues, span: Span | undefined): TargetConfig {
  const { version, components, plugin, options } = target;
  return {
    ...{ name, span, options },
    ...(version !== undefined && { version }),
    ...(components && { components }),
    ...(plugin !== undefined && { plugin: { text: plugin, span: spanOf(target, "plugin") } }),
    locate: ([first, ...rest]) => {
      if (first === undefined) return span;
      return Object.hasOwn(options, first) ? within(options, [first, ...rest]) : within(target, [first, ...rest]);
    },
  };
}

function within(container: object, [first, ...rest]: readonly string[]): Span | undefined {
  if (first === undefined) return undefined;
  const inner: unknown = Object.hasOwn(container, first) ? container[first as keyof typeof container] : undefined;
  const deeper = rest.length > 0 && typeof inner === "object" && inner !== null ? within(inner, rest) : undefined;
  return deeper ?? spanOf(container, first);
}

function spanned(texts: readonly string[]): readonly Spanned[] {
  return texts.map((text, index) => ({ text, span: spanOf(texts, String(index)) }));
}

/** Fields are named in camelCase when they are read, concerns as the language names them. */
function concernsOf(choice: Readonly<Record<string, string | undefined>>): Readonly<Partial<Record<Concern, string>>> {
  const { circuitBreaker, ...rest } = choice;
  return { ...rest, ...(circuitBreaker !== undefined && { circuit_breaker: circuitBreaker }) };
}

/** `input: "a.dpm"` is a list of one; `targets` may be a list of names, and a target its version alone. */
function withoutShorthands(node: ObjectNode): ObjectNode {
  const fields = node.fields.map(({ key, value }): FieldNode => {
    if ((key.text === "input" || key.text === "plugins") && value.type === "string") {
      return { key, value: { type: "list", items: [value], span: value.span } };
    }
    if (key.text !== "targets") return { key, value };
    if (value.type === "list") return { key, value: namedTargets(value.items, value.span) };
    if (value.type !== "object") return { key, value };
    return {
      key,
      value: { ...value, fields: value.fields.map((field) => ({ key: field.key, value: asTarget(field.value) })) },
    };
  });
  return { type: "object", fields, span: node.span };
}

function namedTargets(items: readonly ValueNode[], span: Span): ValueNode {
  if (!items.every((item) => item.type === "string")) return { type: "list", items, span };
  const fields = items.map((item): FieldNode => ({
    key: { text: item.value, span: item.span },
    value: { type: "object", fields: [], span: item.span },
  }));
  return { type: "object", fields, span };
}

function asTarget(value: ValueNode): ValueNode {
  const { span } = value;
  if (value.type === "word" && (value.text === "null" || value.text === "true"))
    return { type: "object", fields: [], span };
  if (value.type === "object")
    return { ...value, fields: value.fields.map((field) => (field.key.text === "version" ? asText(field) : field)) };
  if (value.type !== "string" && value.type !== "number") return value;
  return { type: "object", fields: [asText({ key: { text: "version", span }, value })], span };
}

/** A version that is written as a number is taken digit by digit. */
function asText({ key, value }: FieldNode): FieldNode {
  return value.type === "number"
    ? { key, value: { type: "string", value: value.text, span: value.span } }
    : { key, value };
}

function describe(node: ValueNode | undefined): string {
  if (!node) return "missing";
  if (node.type === "list") return "a list";
  return node.type === "string"
    ? "text"
    : node.type === "word" || node.type === "number"
      ? `\`${node.text}\``
      : `a ${"text" in node ? node.text : node.type}`;
}

function placeOf(node: ValueNode | undefined, file: string): Span {
  return node && node.span.file !== "" ? node.span : { file, start: 0, end: 0 };
}
