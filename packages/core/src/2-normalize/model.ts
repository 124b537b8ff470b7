import type { BlockKinds } from "../blocks/index.gen.ts";
import type { Reason } from "../diagnostics/diagnostic.ts";
import { indexNames, resolve, type NameIndex } from "./names.ts";
import type { Policy } from "./policy.ts";

/** The whole system: frozen, JSON-safe, references resolved. Origins hang on the containers, see `originOf`. */
export interface Model {
  readonly components: readonly Component[];
  /** Blocks that belong to no component. */
  readonly blocks: readonly AnyBlock[];
  readonly edges: readonly Edge[];
}

export type KindName = keyof BlockKinds & string;
export type AnyBlock = {
  readonly kind: string;
  readonly name: string;
  /** The only targets that it is for; absent is all. */
  readonly targets?: readonly string[];
};

/** Whether a block is for a target, as far as the block itself says. */
export function isFor({ targets }: AnyBlock, target: string): boolean {
  return targets?.includes(target) ?? true;
}

/** All blocks of exactly one name. */
export interface Component {
  readonly name: string;
  /** The name as hosts and services spell it: `OrderService` is `order-service`. */
  readonly serviceName: string;
  /** In the order of the sources. */
  readonly facets: readonly AnyBlock[];
  /** What protects the calls to it; a component without `fault_tolerance` has the neutral policy. */
  readonly policy: Policy;
}

/** A call's way, from anyone, from a gateway (declared in its `load_balancer`) or from a service. */
export interface Edge {
  readonly from: "anyone" | "gateway" | "service";
  /** Absent on an edge from anyone. */
  readonly caller?: string;
  readonly callee: string;
  /** Who owns each concern that the callee's policy has; absent where no configured target can. */
  readonly owners: Readonly<Partial<Record<Concern, Owner>>>;
  /** The configured targets on this edge that lower the callee's policy, outermost first. */
  readonly layers: readonly EdgeLayer[];
}

/** What exactly one layer of an edge may do. */
export type Concern = "retry" | "circuit_breaker" | "bulkhead" | "fallback";
export const concerns: readonly Concern[] = ["retry", "circuit_breaker", "bulkhead", "fallback"];

/** Where a target acts; owners are sought in this order. */
export type Layer = "in_process" | "rpc" | "mesh" | "gateway" | "registry" | "platform";

export interface Owner {
  readonly target: string;
  readonly layer: Layer;
  /** Why this one: the first that can, or the user's choice. */
  readonly why: Reason;
}

export interface EdgeLayer {
  readonly target: string;
  readonly layer: Layer;
  readonly concerns: readonly Concern[];
}

/** The component's block of a kind that is identified by its name alone. */
export function facet<K extends KindName>(component: Component, kind: K): BlockKinds[K] | undefined {
  return facets(component, kind)[0];
}

/** All blocks of a kind that belong to the component. */
export function facets<K extends KindName>(component: Component, kind: K): readonly BlockKinds[K][] {
  return component.facets.filter((one): one is BlockKinds[K] => one.kind === kind);
}

const index: unique symbol = Symbol("index");

interface Index {
  readonly components: ReadonlyMap<string, Component>;
  readonly incoming: ReadonlyMap<string, readonly Edge[]>;
  readonly outgoing: ReadonlyMap<string | undefined, readonly Edge[]>;
  readonly facets: ReadonlyMap<string, readonly Facet[]>;
  readonly names: () => NameIndex;
}

/** A block with the component that it belongs to. */
export interface Facet<Block extends AnyBlock = AnyBlock> {
  readonly block: Block;
  readonly component: Component;
}

/** Makes a model whose look-ups by name take constant time; the index is not part of its JSON. */
export function createModel(content: Model): Model {
  const value: Index = {
    components: new Map(content.components.map((one) => [one.name, one])),
    incoming: Map.groupBy(content.edges, (edge) => edge.callee),
    outgoing: Map.groupBy(content.edges, (edge) => edge.caller),
    facets: Map.groupBy(
      content.components.flatMap((component) => component.facets.map((block): Facet => ({ block, component }))),
      ({ block }) => block.kind,
    ),
    names: once(() => indexNames(content.components.map((one) => one.name))),
  };
  return Object.freeze(Object.defineProperty({ ...content }, index, { value }));
}

function indexOf(model: Model): Index {
  return (model as unknown as { readonly [index]: Index })[index];
}

/** The component of exactly this name. */
export function componentOf(model: Model, name: string): Component | undefined {
  return indexOf(model).components.get(name);
}

/** The names of the components that a reference may mean. */
export function namesMeant(model: Model, reference: string): readonly string[] {
  return resolve(reference, indexOf(model).names());
}

/** All blocks of a kind that belong to components, in their order. */
export function facetsOfKind<K extends KindName>(model: Model, kind: K): readonly Facet<BlockKinds[K]>[] {
  // The index is keyed by the kind of the block.
  return (indexOf(model).facets.get(kind) ?? []) as readonly Facet<BlockKinds[K]>[];
}

/** The edges that end at a component: at least one. */
export function edgesTo(model: Model, callee: string): readonly Edge[] {
  return indexOf(model).incoming.get(callee) ?? [];
}

/** The edges that begin at a component. */
export function edgesFrom(model: Model, caller: string): readonly Edge[] {
  return indexOf(model).outgoing.get(caller) ?? [];
}

/** Computes a value when it is first asked for. */
function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
}
