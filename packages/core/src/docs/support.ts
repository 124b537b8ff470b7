import type { Plugin } from "../plugin/define-plugin.ts";
import type { KindSupport, Possible } from "../4-emit/support.ts";
import type { VerdictName } from "../4-emit/verdict.ts";
import type { KindField } from "./fields.ts";

/** A verdict that a target may give, and from which version of its engine on. */
export interface PossibleVerdict {
  readonly verdict: VerdictName;
  readonly since?: string;
}

/** How a plugin takes a kind; `undefined` where it says nothing of it. */
export function supportOfKind({ support }: Plugin, kind: string): KindSupport | undefined {
  const table = (support ?? {}) as Readonly<Record<string, KindSupport | undefined>>;
  return Object.hasOwn(table, kind) ? table[kind] : undefined;
}

/** What may become of a field: its own answer, or that of the group around it. Nothing where nobody speaks of it, and for a group whose fields answer one by one. */
export function verdictsOf({ fields }: KindSupport, { model }: Pick<KindField, "model">): readonly PossibleVerdict[] {
  let at: unknown = fields;
  for (const name of model) {
    if (isPossible(at)) break;
    at = typeof at === "object" && at !== null && Object.hasOwn(at, name) ? at[name as never] : undefined;
  }
  return isPossible(at) ? listed(at) : [];
}

function listed(possible: Possible): readonly PossibleVerdict[] {
  if (!("verdicts" in possible)) return possible.map((verdict) => ({ verdict }));
  return possible.verdicts.map((verdict) => {
    const since = possible.since[verdict];
    return since === undefined ? { verdict } : { verdict, since };
  });
}

function isPossible(tree: unknown): tree is Possible {
  return Array.isArray(tree) || (typeof tree === "object" && tree !== null && "verdicts" in tree && "since" in tree);
}
