import type { Variable } from "../model.ts";
import type { Deployed } from "../services.ts";
import type { On } from "./context.ts";

/** The variables of the blocks whose own service it is, then the service's. */
export function environment({ written, owners }: Deployed, on: On): readonly Variable[] {
  return [...owners, written].flatMap((holder) => {
    const table = holder.environment ?? {};
    return Object.keys(table).map((name) => ({ name, value: on.exact(table, name) }));
  });
}
