import { json, map, print, type Traced } from "@dpm/print";
import type { FaultTolerance } from "../../src/blocks/fault_tolerance.ts";
import type { AnyFact } from "../../src/fields/field.ts";
import type { EmitContext } from "../../src/plugin/contexts.ts";
import { apiVersion, definePlugin, type Plugin } from "../../src/plugin/define-plugin.ts";
import type { KindLowered, Possible } from "../../src/4-emit/support.ts";

type Ledger = EmitContext<unknown>["on"];
type Said = readonly (Traced<unknown> | undefined)[];

/** Every verdict may occur for every field. */
export const anything: Possible = ["exact", "by-default", "approximated", "elsewhere", "impossible"];

type Facts = {
  readonly [K in keyof FaultTolerance & string]-?: NonNullable<FaultTolerance[K]> extends AnyFact ? K : never;
}[keyof FaultTolerance & string];
type Fields = Readonly<Record<Exclude<keyof FaultTolerance & string, "kind" | "name" | Facts>, Possible>>;

/** A support table that allows everything. */
export const everything: Fields = {
  retry: anything,
  timeout: anything,
  circuitBreaker: anything,
  fallback: anything,
  bulkhead: anything,
  idempotent: anything,
  owners: anything,
  calls: anything,
};

interface Speaker {
  readonly name?: string;
  readonly layer?: "mesh" | "rpc" | "in_process";
  readonly fields?: KindLowered<"fault_tolerance">["fields"];
}

/** A target, of version 1.5, that says of each `fault_tolerance` what `say` says, and prints what that returns. */
export function speaking(say: (block: FaultTolerance, on: Ledger) => Said, speaker: Speaker = {}): Plugin {
  const { name = "a", layer = "mesh", fields = anything } = speaker;
  return definePlugin({
    name,
    apiVersion,
    engines: { [name]: "1.5" },
    support: { fault_tolerance: { layer, concerns: ["retry"], fields } },
    emit: ({ blocks, on }) => ({
      artifacts: blocks("fault_tolerance").map((block) => {
        const items = say(block, on).map((one) => one && json.str(map(one, (value) => JSON.stringify(value))));
        return { path: `${block.name}.json`, mode: "generated", content: print(json.doc(json.list(items))) };
      }),
    }),
  });
}
