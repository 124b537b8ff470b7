import type { AnyFact, Json } from "../fields/field.ts";
import type { BlockKinds } from "../blocks/index.gen.ts";
import type { Concern, KindName, Layer } from "../2-normalize/model.ts";
import { atLeast, type Version } from "./version.ts";
import type { VerdictName } from "./verdict.ts";

/** The verdicts that may occur for a field, and from which version of the engine on. */
export type Possible =
  | readonly VerdictName[]
  | { readonly verdicts: readonly VerdictName[]; readonly since: Readonly<Partial<Record<VerdictName, string>>> };

type Plain = string | number | boolean | bigint | symbol | null | undefined;

/**
 * Mirrors a kind's fields, in the model's spelling, exhaustively: a field that is not mentioned does not compile.
 * A group may be answered as a whole.
 */
export type SupportTree<T> = Possible | Groups<Omit<T, "kind" | "name">>;

// Nobody expresses a fact.
type Groups<T> = {
  readonly [K in keyof T & string as NonNullable<T[K]> extends AnyFact ? never : K]-?: SupportOf<NonNullable<T[K]>>;
};

// Free JSON has no fields of its own; asked first, since it contains itself.
type SupportOf<T> = [Json] extends [T | null]
  ? Possible
  : T extends Plain
    ? Possible
    : T extends readonly (infer Item)[]
      ? SupportOf<Item>
      : string extends keyof T
        ? Possible
        : Possible | Groups<T>;

/** How a target lowers one kind. */
export interface KindLowered<K extends KindName = KindName> {
  readonly layer: Layer;
  /** Concerns of an edge that this target can own, when the kind is a policy. */
  readonly concerns?: readonly Concern[];
  readonly partial?: false;
  readonly fields: SupportTree<BlockKinds[K]>;
}

/** What a target takes from a kind that it does not lower: of the other fields it says nothing, and need not. */
export interface KindRead<K extends KindName = KindName> {
  readonly layer: Layer;
  readonly concerns?: never;
  readonly partial: true;
  readonly fields: Partial<Groups<Omit<BlockKinds[K], "kind" | "name">>>;
}

export type KindSupport<K extends KindName = KindName> = KindLowered<K> | KindRead<K>;

/** The kinds that a target lowers, with every field's possible verdicts, and those of which it reads a part. */
export type Support = { readonly [K in KindName]?: KindSupport<K> };

type Tree = Possible | { readonly [field: string]: Tree };

/**
 * Whether a verdict on a field is declared for this version of the engine. List places and free names are passed over;
 * a group that is written without anything in it may become what anything in it may.
 */
export function declares(tree: unknown, names: readonly string[], verdict: VerdictName, version: Version): boolean {
  let at = tree as Tree | undefined;
  for (const name of names) {
    if (at === undefined || isPossible(at)) break;
    at = Object.hasOwn(at, name) ? at[name] : undefined;
  }
  return at !== undefined && allows(at, verdict, version);
}

function allows(tree: Tree, verdict: VerdictName, version: Version): boolean {
  if (!isPossible(tree)) return Object.values(tree).some((one) => allows(one, verdict, version));
  if (!("verdicts" in tree)) return tree.includes(verdict);
  const since = tree.since[verdict];
  return tree.verdicts.includes(verdict) && (since === undefined || atLeast(version, since));
}

function isPossible(tree: Tree): tree is Possible {
  return Array.isArray(tree) || ("verdicts" in tree && "since" in tree);
}
