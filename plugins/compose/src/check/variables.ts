import { isSupplied, keySpanOf, spanOf, type Diagnostic, type Span, type Supplied } from "@dpm/core";
import { phrases, problems } from "../diagnostics.ts";
import { shellVariable } from "../forms/supplied.ts";
import { isVariable } from "../forms/variable.ts";
import type { Deployed } from "../services.ts";
import { unprintable } from "./texts.ts";

/** Every variable of a service has a name that can be set, a value that can be written, and is set once. */
export function variables({ name: service, written, owners }: Deployed): readonly Diagnostic[] {
  const tables = [...owners, written].flatMap(({ environment }) => (environment ? [environment] : []));
  return tables.flatMap((table, index) =>
    Object.entries(table).flatMap(([variable, value]) => {
      const first = tables.slice(0, index).find((one) => Object.hasOwn(one, variable));
      const related = first && [{ message: phrases.firstSet(), span: keySpanOf(first, variable) }];
      return [
        ...(isVariable(variable) ? [] : [problems.badVariable({ variable }).at(keySpanOf(table, variable))]),
        ...(related ? [problems.variableTwice({ variable, service }).at(keySpanOf(table, variable), { related })] : []),
        ...(isSupplied(value) ? [] : unprintable(value, spanOf(table, variable))),
      ];
    }),
  );
}

/** No two references that differ may be one variable of the shell: one would get what is meant for the other. */
export function suppliedApart(services: readonly Deployed[]): readonly Diagnostic[] {
  const all = services.flatMap(suppliedTo);
  return [...Map.groupBy(all, ({ supplied }) => shellVariable(supplied))].flatMap(([variable, uses]) => {
    const [first] = uses;
    if (!first) return [];
    const other = uses.find((one) => called(one) !== called(first));
    if (!other) return [];
    const related = [{ message: "first used here", span: first.span }];
    return [
      problems.suppliedAlike({ first: called(first), second: called(other), variable }).at(other.span, { related }),
    ];
  });
}

interface Use {
  readonly supplied: Supplied;
  readonly span: Span | undefined;
}

function suppliedTo({ written, owners }: Deployed): readonly Use[] {
  return [...owners, written].flatMap(({ environment = {} }) =>
    Object.entries(environment).flatMap(([name, supplied]) =>
      isSupplied(supplied) ? [{ supplied, span: spanOf(environment, name) }] : [],
    ),
  );
}

function called({ supplied: { from, name } }: Use): string {
  return `${from}("${name}")`;
}
