import { traced, type Traced } from "@dpm/print";
import type { Span } from "../source/source-file.ts";

/** Where a value of the model came from. */
export type Origin =
  /** `path` in the language's spelling, `load_balancer ApiGateway.servers[2].weight`; `span` of the value, `key` of the key or, in a list, of the value. A `fact` asks nothing of any target, what is `raw` only one; `doc` is the text of the `///` lines before it. */
  | {
      readonly kind: "written";
      readonly path: string;
      readonly span: Span;
      readonly key: Span;
      readonly fact?: true;
      readonly raw?: true;
      readonly doc?: string;
    }
  /** `span` of the key of what lacks the field. */
  | { readonly kind: "default"; readonly path: string; readonly span: Span; readonly fact?: true }
  /** Computed or chosen from other values. */
  | { readonly kind: "decision"; readonly what: string; readonly from: readonly Origin[] };

/** Under this key each container of the model carries the origins of its fields, and its own under `""`. */
export const origins: unique symbol = Symbol.for("dpm.origins");

export type Origins = Readonly<Record<string, Origin>>;

/** What a value without a place has for one, such as an option whose file is not known. */
export const nowhere: Span = Object.freeze({ file: "", start: 0, end: 0 });

/** The origins of a container's fields; `undefined` for an object that is no container of the model. */
export function originsOf(container: object): Origins | undefined {
  return (container as { readonly [origins]?: Origins })[origins];
}

/** The origin of a field, or of the container itself. */
export function originOf(container: object, field = ""): Origin | undefined {
  const table = originsOf(container);
  return table !== undefined && Object.hasOwn(table, field) ? table[field] : undefined;
}

/** The `///` lines before a field, or before the container itself; line ends as they are written. */
export function docOf(container: object, field = ""): string | undefined {
  const origin = originOf(container, field);
  return origin?.kind === "written" ? origin.doc : undefined;
}

/** Where a written field's value stands; for any other field, and for the container itself, where its key stands. */
export function spanOf(container: object, field = ""): Span | undefined {
  const origin = field === "" ? undefined : originOf(container, field);
  return origin?.kind === "written" ? somewhere(origin.span) : keySpanOf(container);
}

/** Where a written field's key stands; for any other field, and for the container itself, where its own key stands. */
export function keySpanOf(container: object, field = ""): Span | undefined {
  const origin = originOf(container, field);
  if (origin?.kind === "written") return somewhere(origin.key);
  return field === "" ? origin && placeOf(origin) : keySpanOf(container);
}

function placeOf(origin: Origin): Span | undefined {
  if (origin.kind === "decision") return origin.from.map(placeOf).find((span) => span !== undefined);
  return somewhere(origin.span);
}

function somewhere(span: Span): Span | undefined {
  return span === nowhere ? undefined : span;
}

/** Whether the user wrote the field. */
export function written(container: object, field: string): boolean {
  return originOf(container, field)?.kind === "written";
}

type Names<C> = keyof C & string;
type Taken<C, F extends keyof C> = undefined extends C[F] ? Traced<NonNullable<C[F]>> | undefined : Traced<C[F]>;

/** A field's value with where it came from, for printers; `undefined` when the field is absent. A block's name comes from where the block does. */
export function take<C extends object, F extends Names<C>>(container: C, field: F): Taken<C, F> {
  const value = container[field];
  const origin = originOf(container, field) ?? originOf(container);
  const result = value === undefined ? undefined : traced(value, origin ? [origin] : []);
  // The compiler cannot see that an absent value is exactly what the condition of `Taken` says.
  return result as Taken<C, F>;
}

/** Freezes a container of the model together with its origins. `JSON.stringify` and `Object.entries` do not see them. */
export function seal<C extends object>(container: C, table: Record<string, Origin>): C {
  Object.defineProperty(container, origins, { value: Object.freeze(table) });
  return Object.freeze(container);
}

/** A changed copy of a container keeps the origins of `source`; `added` says where the new fields come from. */
export function withOrigins<C extends object>(copy: C, source: object, added: Origins = {}): C {
  return seal(copy, { ...originsOf(source), ...added });
}
