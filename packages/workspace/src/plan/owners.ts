import { concerns, type Concern, type Model, type Owner } from "@dpm/core";

/** A concern of the calls along an edge that another target takes care of than before. */
export interface OwnerChange {
  /** Absent for calls from anyone. */
  readonly caller?: string;
  readonly callee: string;
  readonly concern: Concern;
  /** Absent where nobody takes, or took, care of it. */
  readonly before?: Pick<Owner, "target" | "layer">;
  readonly after?: Pick<Owner, "target" | "layer">;
}

/** In the order of the new model's edges; those that are gone come last. */
export function ownerChanges(before: Model, after: Model): readonly OwnerChange[] {
  const [old, now] = [edgesOf(before), edgesOf(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const edge = is ?? was;
    if (!edge) return [];
    const { caller, callee } = edge;
    return concerns.flatMap((concern): readonly OwnerChange[] => {
      const [from, to] = [shortOf(was?.owners[concern]), shortOf(is?.owners[concern])];
      if (from?.target === to?.target && from?.layer === to?.layer) return [];
      const way = { ...(caller !== undefined && { caller }), callee, concern };
      return [{ ...way, ...(from && { before: from }), ...(to && { after: to }) }];
    });
  });
}

function edgesOf({ edges }: Model): ReadonlyMap<string, Model["edges"][number]> {
  return new Map(edges.map((edge) => [JSON.stringify([edge.caller, edge.callee]), edge]));
}

function shortOf(owner: Owner | undefined): OwnerChange["after"] {
  return owner && { target: owner.target, layer: owner.layer };
}
