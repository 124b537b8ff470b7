import { isSupplied, type Supplied } from "@dpm/core";
import { map, type Traced } from "@dpm/print";
import { problems } from "../diagnostics.ts";
import { shellVariable } from "../forms/supplied.ts";
import type { Variable } from "../model.ts";
import type { Deployed } from "../services.ts";
import type { On } from "./context.ts";

/** The variables of the blocks whose own service it is, then the service's. */
export function environment({ written, owners }: Deployed, on: On): readonly Variable[] {
  return [...owners, written].flatMap((holder) => {
    const table = holder.environment ?? {};
    return Object.keys(table).map((name) => ({ name, value: valueOf(table, name, on) }));
  });
}

/** What is supplied is read by Compose where it starts: a variable of the environment exactly, of a store only its copy. */
function valueOf(table: Readonly<Record<string, string | Supplied>>, name: string, on: On): Variable["value"] {
  const value = table[name];
  const isSecret = value !== undefined && isSupplied(value) && value.from === "secret";
  const taken: Traced<string | Supplied> = isSecret
    ? on.approximated(table, name, problems.secretFromShell({ secret: value.name, variable: shellVariable(value) }))
    : on.exact(table, name);
  return map(taken, (one) => (isSupplied(one) ? { variable: shellVariable(one) } : one));
}
