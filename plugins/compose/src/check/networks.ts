import { yaml } from "@dpm/print";
import { spanOf, type Diagnostic } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { Block, Deployed } from "../services.ts";

/** Networks have names that can be declared, and services join networks that exist; `default` always does. */
export function networks(services: readonly Deployed[], blocks: readonly Block[]): readonly Diagnostic[] {
  const known = new Set(["default", ...blocks.flatMap((block) => block.networks ?? [])]);
  const unknown = services.flatMap(({ name, written: { networks: joined = [] } }) =>
    joined.flatMap((network, index) =>
      known.has(network) ? [] : [problems.unknownNetwork({ service: name, network }).at(spanOf(joined, String(index)))],
    ),
  );
  // The loader takes every name that begins with `x-` for an extension, and drops it.
  const unnameable = blocks.flatMap(({ networks: declared = [] }) =>
    declared.flatMap((network, index) =>
      network.startsWith("x-") || yaml.keyRefusal(network) !== undefined
        ? [problems.badNetwork({ network }).at(spanOf(declared, String(index)))]
        : [],
    ),
  );
  return [...unnameable, ...unknown];
}
