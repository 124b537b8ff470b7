import type { BlockKind, TargetInput } from "@dpm/core";
import {
  describeField,
  english,
  fieldsOfKind,
  spelled,
  supportOfKind,
  verdictsOf,
  type KindField,
} from "@dpm/core/docs";

/** What `schemas/explain.schema.json` describes as a kind. */
export function kindJson(kind: BlockKind, targets: readonly TargetInput[]): object {
  const taking = targets.flatMap(({ name, version, plugin }) => {
    const support = supportOfKind(plugin, kind.kind);
    if (!support) return [];
    return [{ name, ...versionOf({ version, plugin }), layer: support.layer, partial: support.partial === true }];
  });
  return {
    kind: kind.kind,
    doc: kind.doc,
    facet: kind.facet,
    identity: kind.identity,
    ...(kind.example !== undefined && { example: kind.example }),
    fields: fieldsOfKind(kind).map((field) => describeField(field, english)),
    targets: taking,
  };
}

/** What `schemas/explain.schema.json` describes as a field. */
export function fieldJson(
  kind: BlockKind,
  field: KindField,
  inside: readonly KindField[],
  targets: readonly TargetInput[],
): object {
  const verdicts = targets.flatMap(({ name, version, plugin }) => {
    const support = supportOfKind(plugin, kind.kind);
    const possible = support ? verdictsOf(support, field) : [];
    return possible.length > 0 ? [{ name, ...versionOf({ version, plugin }), verdicts: possible }] : [];
  });
  return {
    kind: kind.kind,
    ...describeField(field, english),
    fields: inside.map(spelled),
    targets: field.isFact ? [] : verdicts,
  };
}

function versionOf({ version, plugin }: Pick<TargetInput, "plugin"> & { readonly version: string | undefined }): {
  readonly version?: string;
} {
  const meant = version ?? Object.values(plugin.engines ?? {})[0];
  return meant === undefined ? {} : { version: meant };
}
