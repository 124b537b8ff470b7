import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import { breakerStates, parseCondition, type Comparison, type Operand } from "../../2-normalize/condition.ts";
import { metricsOf, partOf } from "../alert-conditions.ts";
import { rule } from "../rule.ts";

/** A condition compares metrics that the same component declares; a breaker's state may be compared with `closed`, `open` and `half_open`. */
export const unknownMetric = rule("unknown-metric", "alerts", ({ name: component, rules }, owner) => {
  const known = metricsOf(owner);
  return Object.values(rules).flatMap((alert) => {
    const read = parseCondition(alert.condition);
    if ("wrong" in read) return [];
    return read.flat().flatMap((one) =>
      strangers(one, known).map(({ name, at }) => {
        const near = suggest(name, known);
        const help = near === undefined ? "declare" : "write";
        const place = partOf(alert, at, name.length);
        return kindProblems.unknownMetric({ name, component, near: near ?? "" }).at(place, { help });
      }),
    );
  });
});

type Named = Extract<Operand, { readonly kind: "name" }>;

function strangers({ left, right }: Comparison, known: ReadonlySet<string>): readonly Named[] {
  const names = [left, right].filter((one): one is Named => one.kind === "name");
  const hasState = names.some(({ name }) => isState(name) && known.has(name));
  return names.filter(({ name }) => !known.has(name) && !(hasState && Object.hasOwn(breakerStates, name)));
}

function isState(metric: string): boolean {
  return metric.slice(metric.lastIndexOf(".") + 1) === "circuit_breaker_state";
}
