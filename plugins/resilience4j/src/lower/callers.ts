import { concerns, type Edge, type ValidateContext } from "@dpm/core";
import type { Options } from "../options.ts";
import { edgesOf } from "./guarded.ts";

export type Sharing = Pick<ValidateContext<Options>, "model" | "target" | "owns" | "deadlines">;

/** Edges that one policy class serves. */
export interface Callers {
  /** The service whose own class it is; absent where the class is the component's, for all others that call it. */
  readonly caller?: string;
  readonly edges: readonly [Edge, ...Edge[]];
}

/**
 * One class serves all callers of a component if they leave the same to it, with the same deadlines. If they do not, each
 * service, whose calls are wrapped in its own process, has a class of its own beside that of the component's operations.
 */
export function callersOf(callee: string, context: Sharing): readonly Callers[] {
  const edges = edgesOf(callee, context);
  const isAlike = new Set(edges.map((edge) => shareOf(edge, context))).size <= 1;
  const own = isAlike ? edges : edges.filter((edge) => edge.from !== "service");
  const [first, ...others] = own;
  return [
    ...(first ? [{ edges: [first, ...others] as const }] : []),
    ...edges.flatMap((edge): readonly Callers[] =>
      own.includes(edge) || edge.caller === undefined ? [] : [{ caller: edge.caller, edges: [edge] }],
    ),
  ];
}

/** What the caller of an edge leaves to this target, in words. */
export function shareOf(edge: Edge, { owns, deadlines }: Sharing): string {
  const mine = concerns.filter((concern) => owns(edge, concern));
  const { total, perAttempt } = deadlines(edge);
  const limits = Object.entries({ total, perAttempt }).flatMap(([name, limit]) =>
    limit ? [`${name} ${limit.value / 1000} ms`] : [],
  );
  return [...mine, ...limits].join(", ") || "nothing";
}
