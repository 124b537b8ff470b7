import type { BlockKinds } from "../blocks/index.gen.ts";
import { facet, type Component } from "./model.ts";

type Levels = BlockKinds["multi_level_fault_tolerance"]["levels"];

/** A protection of `multi_level_fault_tolerance`, with what it leaves out taken from the component's `fault_tolerance`. */
export interface Level {
  /** `level_1` and so on. */
  readonly name: string;
  readonly number: number;
  readonly said: Levels[string];
  /** The group of `fault_tolerance` that it refines, where there is one. */
  readonly inherited: object | undefined;
  /** The two together: what the level says wins. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The levels from the call outwards: each wraps the one before it. Without the block there are none. */
export function levelsOf(component: Component): readonly Level[] {
  const { levels = {} } = facet(component, "multi_level_fault_tolerance") ?? {};
  const policy = facet(component, "fault_tolerance");
  return Object.entries(levels)
    .map(([name, said]): Level => {
      const inherited = policy?.[groups[said.pattern]];
      return {
        name,
        number: Number(name.slice("level_".length)),
        said,
        inherited,
        settings: { ...inherited, ...said },
      };
    })
    .sort((one, other) => one.number - other.number);
}

const groups = {
  retry: "retry",
  timeout: "timeout",
  circuit_breaker: "circuitBreaker",
  bulkhead: "bulkhead",
  fallback: "fallback",
} as const;

/** The order in which a call passes what protects it where no levels say another, from the outside in. */
export const usualOrder: readonly Levels[string]["pattern"][] = [
  "fallback",
  "timeout",
  "bulkhead",
  "retry",
  "circuit_breaker",
];
