import { spanOf, take } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { Service } from "../model.ts";
import type { Block, Context, Refuse, WrittenService } from "./context.ts";
import { refuseText } from "./text.ts";

/** The service's variables, and the block's where it is the block's own service. */
export function environment(block: Block, written: WrittenService, isOwn: boolean, on: Context["on"], refuse: Refuse): Service["environment"] {
  const twice = isOwn ? Object.keys(written.environment ?? {}).filter((name) => Object.hasOwn(block.environment ?? {}, name)) : [];
  for (const variable of twice) {
    const related = [{ message: "set for the block here", span: block.environment && spanOf(block.environment, variable) }];
    refuse(problems.variableTwice({ variable, service: written.name }).at(written.environment && spanOf(written.environment, variable), { related }));
  }
  const owned = isOwn ? variables(block, on, refuse) : [];
  const all = [...owned, ...variables(written, on, refuse)];
  return [...new Map(all.map((one) => [one.name, one])).values()];
}

type Holder = { readonly environment?: Readonly<Record<string, string>> | undefined };

function variables(holder: Holder, on: Context["on"], refuse: Refuse): Service["environment"] {
  on.exact(holder, "environment");
  const table = holder.environment;
  if (!table) return [];
  return Object.keys(table).map((name) => {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) refuse(problems.badVariable({ variable: name }).at(spanOf(table, name)));
    const value = take(table, name);
    refuseText(value.value, spanOf(table, name), refuse);
    return { name, value };
  });
}
