import { columnsOf } from "@dpm/core";
import type { Outage } from "@dpm/simulate";
import { counted } from "../headline.ts";
import { locale, words } from "../language.ts";
import { columns, styles } from "../terminal/output.ts";

/** Two sentences and the command that shows more. */
export function outageText(outage: Outage): string {
  const start = `  ${words.ifDown({ component: outage.component })}   `;
  const facts = factsOf(outage);
  const line = start + facts.join("      ");
  const lines = columnsOf(line) <= columns() ? [line] : [start.trimEnd(), ...facts.map((fact) => `    ${fact}`)];
  return `${lines.join("\n")}\n${styles.dim(`  ${words.simulated()}   dpm simulate ${outage.component} --backend down`)}\n`;
}

/** What the layers do to the backend when each acts alone, and what they do as generated. */
function factsOf({ layers, alone, generated }: Outage): readonly string[] {
  const opens = generated.opensIn === undefined ? "" : words.opens({ nth: nth(generated.opensIn) });
  if (layers.length < 2) return [`${words.perRequest({ calls: counted(generated.callsPerRequest, "call") })}${opens}`];
  return [
    words.onItsOwn({ calls: counted(alone.callsPerRequest, "call") }),
    `${words.asGenerated({ n: generated.callsPerRequest })}${opens}`,
  ];
}

/** Which one, as the language counts. */
function nth(n: number): string {
  if (locale !== "en") return String(n);
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
