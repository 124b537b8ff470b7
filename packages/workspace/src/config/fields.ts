import {
  boolean,
  json,
  list,
  object,
  oneOf,
  record,
  string,
  type Concern,
  type Field,
  type Json,
  type ObjectSpec,
  type Strict,
} from "@dpm/core";

/** A target as it is configured. */
export interface TargetValues {
  readonly version?: string;
  readonly components?: readonly string[];
  readonly plugin?: string;
  readonly options: Readonly<Record<string, Json>>;
}

/** A configuration as it is read. */
export interface ConfigValues {
  readonly input: readonly string[];
  readonly out: string;
  readonly targets?: Readonly<Record<string, TargetValues>>;
  readonly plugins: readonly string[];
  readonly owners?: Readonly<Record<string, Readonly<Partial<Record<Concern, string>>>>>;
  readonly strict: readonly Strict[];
  readonly allowOutside: boolean;
  readonly env?: string;
}

/** What dpm itself reads of a target; everything else is an option of its plugin. */
const target = object({
  version: string().optional().doc("The engine's version, or a range, which means its minimum."),
  components: list(string()).optional().doc("The only components that the target is for."),
  plugin: string().optional().doc("The package or path of the plugin, where the name does not say it."),
});

/** What a target has beside the options of its plugin. */
export const targetType: ObjectSpec = typeOf(target);

const owners = record(
  object({
    retry: string().optional(),
    circuit_breaker: string().optional(),
    bulkhead: string().optional(),
    fallback: string().optional(),
  }),
);

const config = object({
  $schema: string().optional().doc("The address of the JSON Schema, for editors."),
  input: list(string())
    .default(["*.dpm"])
    .doc("Files and patterns from the configuration's folder; `!` takes files out."),
  out: string().default("generated").doc("The folder below which every target has its own."),
  targets: record(withOptions(target)).optional().doc("What to generate: names, or names with version and options."),
  plugins: list(string()).default([]).doc("Plugins that bring kinds and rules: packages or paths."),
  owners: owners.optional().doc("Who owns a concern of a component: a target or a layer."),
  strict: list(
    oneOf({
      approximated: "What a target only approximates is an error.",
      impossible: "What a target cannot express is an error.",
      warning: "Every warning is an error.",
    }),
  )
    .default([])
    .doc("What counts as an error."),
  env: string().optional().doc("The environment whose `env` blocks count, where a run chooses no other."),
  allowOutside: boolean().default(false).doc("Whether `out` may be outside the configuration's folder."),
});

/** What a configuration may say: checks, did-you-mean and docs come from this table. */
export const configType: ObjectSpec = typeOf(config);

function withOptions<Out>({ spec, ...rest }: Field<Out>): Field<Out> {
  const type = typeOf({ spec, ...rest });
  return { ...rest, spec: { ...spec, of: { ...type, rest: { into: "options", value: json().spec } } } };
}

function typeOf({ spec }: Field<unknown>): ObjectSpec {
  if (spec.of.type !== "object") throw new Error("no group of fields");
  return spec.of;
}
