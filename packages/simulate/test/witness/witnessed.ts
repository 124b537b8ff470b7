import { compile, type Policy } from "@dpm/core";
import { simulate, type Scenario, type Trace } from "../../src/index.ts";

/** What a rule says of a model of one component, and what its policy does. */
export interface Witnessed {
  readonly isFound: boolean;
  readonly trace: Trace;
}

/** Compiles the fields of a `fault_tolerance` block, and plays them. */
export function witness(fields: string, rule: string, play: Omit<Scenario, "policy" | "layers">): Witnessed {
  const { model, diagnostics } = compile({ sources: [{ name: "a.dpm", text: `fault_tolerance A {\n${fields}\n}` }] });
  const [policy]: readonly Policy[] = model.components.map((one) => one.policy);
  if (!policy) throw new Error("there is no policy");
  const trace = simulate({ ...play, policy });
  if ("problem" in trace) throw new Error(trace.problem.message);
  return { isFound: diagnostics.some(({ code }) => code === `core/${rule}`), trace };
}

export function hasOpened({ events }: Trace): boolean {
  return events.some((event) => event.type === "opened");
}
