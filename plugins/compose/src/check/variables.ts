import { keySpanOf, spanOf, type Diagnostic } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import { isVariable } from "../forms/variable.ts";
import type { Deployed } from "../services.ts";
import { unprintable } from "./texts.ts";

/** Every variable of a service has a name that can be set, a value that can be written, and is set once. */
export function variables({ name: service, written, owners }: Deployed): readonly Diagnostic[] {
  const tables = [...owners, written].flatMap(({ environment }) => (environment ? [environment] : []));
  return tables.flatMap((table, index) =>
    Object.entries(table).flatMap(([variable, value]) => {
      const first = tables.slice(0, index).find((one) => Object.hasOwn(one, variable));
      const related = first && [{ message: "first set here", span: keySpanOf(first, variable) }];
      return [
        ...(isVariable(variable) ? [] : [problems.badVariable({ variable }).at(keySpanOf(table, variable))]),
        ...(related ? [problems.variableTwice({ variable, service }).at(keySpanOf(table, variable), { related })] : []),
        ...unprintable(value, spanOf(table, variable)),
      ];
    }),
  );
}
