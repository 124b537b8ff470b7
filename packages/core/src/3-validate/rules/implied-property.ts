import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

const stronger: readonly string[] = ["linearizability", "sequential_consistency"];

/** What follows needs no proof of its own: `eventual_consistency` beside a property of each single object that implies it. */
export const impliedProperty = rule("implied-property", "verify_consistency", ({ properties = [] }) => {
  const implying = properties.find((one) => stronger.includes(one));
  const index = properties.indexOf("eventual_consistency");
  if (implying === undefined || index === -1) return;
  return dataProblems.impliedProperty({ stronger: implying }).at(spanOf(properties, `${index}`));
});
