import { phrases } from "../diagnostics/catalogue/phrases.ts";
import type { Diagnostic, Phrase } from "../diagnostics/diagnostic.ts";
import { modelPhrases, modelProblems } from "../diagnostics/catalogue/model.ts";
import type { Component, Edge, Owner } from "./model.ts";
import type { Decided } from "./owners.ts";

/**
 * Who retries inside the callee's process retries whatever arrives there, whoever sent it. So another caller's edge that
 * is retried further out has two owners of its retries, each of which is the only one on its own edge.
 */
export function retriedTwice(callee: Component, incoming: readonly Decided[]): readonly Diagnostic[] {
  const attempts = callee.policy.retry?.maxAttempts ?? 1;
  const inside = incoming.find(({ edge }) => isInCallee(edge));
  const inner = inside?.edge.owners.retry;
  if (attempts < 2 || !inside || !inner) return [];
  return incoming.flatMap(({ way, edge }) => {
    const outer = edge.owners.retry;
    if (!outer || isInCallee(edge)) return [];
    const params = {
      caller: edge.caller ?? "anyone",
      callee: callee.name,
      outer: placeOf(outer, edge.caller),
      inner: placeOf(inner, callee.name),
      other: inside.edge.caller ?? "anyone",
      attempts: attempts ** 2,
    };
    const related = [{ message: phrases.thoseCalls(), span: inside.way.span }];
    return [modelProblems.retriedTwice(params).at(way.span, { related })];
  });
}

/** On an edge from a service the policy wraps the call in the caller's process, else the operations in the callee's. */
function isInCallee({ from, owners }: Edge): boolean {
  return from !== "service" && owners.retry?.layer === "in_process";
}

function placeOf({ target, layer }: Owner, process = "anyone"): Phrase {
  return layer === "in_process" ? modelPhrases.inProcess({ target, process }) : modelPhrases.inLayer({ target, layer });
}
