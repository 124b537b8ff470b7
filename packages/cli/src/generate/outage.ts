import type { Outage } from "@dpm/simulate";
import { counted } from "../headline.ts";
import { columns, styles } from "../terminal/output.ts";
import { widthOf } from "../terminal/width.ts";

/** Two sentences and the command that shows more. */
export function outageText(outage: Outage): string {
  const start = `  if the backend of ${outage.component} goes down   `;
  const facts = factsOf(outage);
  const line = start + facts.join("      ");
  const lines = widthOf(line) <= columns() ? [line] : [start.trimEnd(), ...facts.map((fact) => `    ${fact}`)];
  return `${lines.join("\n")}\n${styles.dim(`  (simulated: one process, without fallbacks)   dpm simulate ${outage.component} --backend down`)}\n`;
}

/** What the layers do to the backend when each acts alone, and what they do as generated. */
function factsOf({ layers, alone, generated }: Outage): readonly string[] {
  const opens =
    generated.opensIn === undefined ? "" : `, and the breaker opens in the ${ordinal(generated.opensIn)} request`;
  if (layers.length < 2) return [`${counted(generated.callsPerRequest, "call")} per request${opens}`];
  return [
    `every layer on its own: ${counted(alone.callsPerRequest, "call")} per request`,
    `as generated: ${generated.callsPerRequest}${opens}`,
  ];
}

function ordinal(n: number): string {
  const teens = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${teens ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th")}`;
}

/** What `schemas/generate.json` describes as `outage`. */
export function outageJson({ component, way, layers, alone, generated }: Outage): object {
  const told = ({ callsPerRequest, opensIn }: Outage["alone"]): object => ({
    callsPerRequest,
    ...(opensIn !== undefined && { opensIn }),
  });
  return { component, way, layers, alone: told(alone), generated: told(generated) };
}
