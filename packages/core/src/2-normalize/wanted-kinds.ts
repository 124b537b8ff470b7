import type { MicroservicePattern } from "../blocks/microservice_pattern.ts";

/** The kinds of blocks that a system's services have by its words: its patterns, and how they are deployed. */
export function wantedKinds(
  { patterns = [], deployment }: Pick<MicroservicePattern, "patterns" | "deployment">,
  kinds: { readonly has: (kind: string) => boolean },
): readonly string[] {
  const own = patterns.filter((one) => one.of === undefined).map((one) => one.pattern);
  const wanted = deployment === undefined ? own : [...own, `deploy_${deployment}`];
  return [...new Set(wanted)].filter((kind) => kinds.has(kind));
}
