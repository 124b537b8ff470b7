import { phrases } from "../diagnostics/catalogue/phrases.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { modelPhrases, modelProblems } from "../diagnostics/catalogue/model.ts";
import type { Span } from "../source/source-file.ts";
import type { Host } from "../plugin/host.ts";
import { freeze } from "./freeze.ts";
import { layersOf, nearest, type Way } from "./layers.ts";
import { concerns, facet, type Component, type Concern, type Edge, type EdgeLayer, type Owner } from "./model.ts";
import { spanOf } from "./origin.ts";
import type { Policy } from "./policy.ts";

/** Decides who acts on an edge and who owns what: exactly one layer for each concern that the callee's policy has. */
export function decideOwners(way: Way, host: Host): Edge {
  const { from, caller, callee } = way;
  const layers = layersOf(way, host.targets);
  const owners: Partial<Record<Concern, Owner>> = {};
  for (const concern of concerns) {
    if (!has(callee.policy, concern)) continue;
    const owner = ownerOf(concern, layers, callee, host);
    if (owner) owners[concern] = owner;
  }
  return freeze({ from, ...(caller && { caller: caller.name }), callee: callee.name, owners, layers });
}

function has(policy: Policy, concern: Concern): boolean {
  const parts = {
    retry: policy.retry,
    circuit_breaker: policy.breaker,
    bulkhead: policy.bulkhead,
    fallback: policy.fallback,
  };
  return parts[concern] !== undefined;
}

function ownerOf(concern: Concern, layers: readonly EdgeLayer[], callee: Component, host: Host): Owner | undefined {
  const able = nearest.flatMap((layer) =>
    layers.filter((one) => one.layer === layer && one.concerns.includes(concern)),
  );
  const choice = choiceOf(concern, callee, host);
  const chosen = choice && able.find((one) => one.target === choice.name || one.layer === choice.name);
  const owner = chosen ?? able[0];
  if (!owner) return undefined;
  const { target, layer } = owner;
  const why = chosen ? choice.why({ target, concern }) : modelProblems.ownerFirst({ target, concern });
  return { target, layer, why: { code: why.code, message: why.message, params: why.params } };
}

/** An edge, and how it was declared. */
export interface Decided {
  readonly way: Way;
  readonly edge: Edge;
}

/** Why an owner is one that somebody chose. */
const chosen: ReadonlySet<string> = new Set(["core/owner-chosen", "core/owner-configured"]);

/** Choices that no edge to the component could follow, or not every one, and those of what its policy does not have. */
export function unfollowedChoices(callee: Component, incoming: readonly Decided[], host: Host): readonly Diagnostic[] {
  if (!host.targets.some((target) => target.plugin.support?.fault_tolerance?.concerns)) return [];
  return concerns.flatMap((concern) => {
    const choice = choiceOf(concern, callee, host);
    if (!choice) return [];
    if (!has(callee.policy, concern))
      return [modelProblems.ownerOfNothing({ callee: callee.name, concern }).at(choice.span)];
    const others = incoming.filter(({ edge }) => !chosen.has(edge.owners[concern]?.why.code ?? ""));
    if (others.length < incoming.length) return others.map((one) => notFollowed(one, concern, choice));
    const able = incoming.flatMap(({ edge }) =>
      edge.layers.filter((layer) => layer.concerns.includes(concern)).map((layer) => `\`${layer.target}\``),
    );
    const help =
      able.length > 0 ? modelPhrases.chooseOneOf({ targets: [...new Set(able)] }) : modelPhrases.removeChoice();
    return [
      modelProblems.unknownOwner({ choice: choice.name, concern, callee: callee.name }).at(choice.span, { help }),
    ];
  });
}

function notFollowed({ way, edge }: Decided, concern: Concern, { name, span }: Choice): Diagnostic {
  const owner = edge.owners[concern];
  const params = {
    choice: name,
    concern,
    caller: edge.caller ?? "anyone",
    callee: edge.callee,
    instead: owner ? modelPhrases.ownsIt({ target: owner.target }) : modelPhrases.nobodyOwnsIt(),
  };
  const related = [{ message: phrases.thisCall(), span: way.span }];
  return modelProblems.ownerNotFollowed(params).at(span, { related });
}

interface Choice {
  readonly name: string;
  readonly why: typeof modelProblems.ownerChosen;
  readonly span: Span | undefined;
}

/** What the user chose: the configuration before the block. */
function choiceOf(concern: Concern, callee: Component, host: Host): Choice | undefined {
  const configured = host.input.owners;
  const byConfig =
    configured && Object.hasOwn(configured, callee.name) ? configured[callee.name]?.[concern] : undefined;
  if (byConfig !== undefined) {
    const span = host.input.locate?.(["owners", callee.name, concern]);
    return { name: byConfig, why: modelProblems.ownerConfigured, span };
  }
  const owners = facet(callee, "fault_tolerance")?.owners;
  const field = concern === "circuit_breaker" ? "circuitBreaker" : concern;
  const name = owners?.[field];
  return owners && name !== undefined
    ? { name, why: modelProblems.ownerChosen, span: spanOf(owners, field) }
    : undefined;
}
