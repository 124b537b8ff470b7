import { edgesTo, worstCaseOf, type Component, type Model } from "@dpm/core";
import { outageOf } from "@dpm/simulate";

/** What the calls to a component cost when its backend is down or slow. */
export interface Measures {
  /** The longest that a call can take, in microseconds; absent where nothing bounds it. */
  readonly worstCase?: number;
  /** The most calls to the backend that one request causes while it is down, as generated; absent where no layer acts. */
  readonly callsPerRequest?: number;
  /** The request of an outage in which a breaker opens; absent where none does. */
  readonly opensIn?: number;
}

/** A component that is there on one side only, or whose calls cost something else. */
export interface ComponentChange {
  readonly name: string;
  /** Absent where the component is not there. */
  readonly before?: Measures;
  readonly after?: Measures;
}

/** In the order of the new model; what is gone comes last. */
export function componentChanges(before: Model, after: Model): readonly ComponentChange[] {
  const [old, now] = [measured(before), measured(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    if (was && is && JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ name, ...(was && { before: was }), ...(is && { after: is }) }];
  });
}

function measured(model: Model): ReadonlyMap<string, Measures> {
  return new Map(model.components.map((one) => [one.name, measuresOf(model, one)]));
}

function measuresOf(model: Model, { name, policy }: Component): Measures {
  const worstCase = worstCaseOf(policy);
  const acts = edgesTo(model, name).some((edge) => edge.layers.length > 0);
  const generated = acts ? outageOf(model, name)?.generated : undefined;
  return {
    ...(worstCase !== undefined && { worstCase }),
    ...(generated && { callsPerRequest: generated.callsPerRequest }),
    ...(generated?.opensIn !== undefined && { opensIn: generated.opensIn }),
  };
}
