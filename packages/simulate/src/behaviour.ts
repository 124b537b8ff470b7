import { problem, type Problem } from "./check.ts";
import type { BackendBehaviour } from "./scenario.ts";

/** Reads `down`, `slow`, `hang` or `flaky=<ratio>`, the ratio as `0.3` or `30%`. */
export function parseBehaviour(text: string): { readonly backend: BackendBehaviour } | Problem {
  if (text === "down" || text === "slow" || text === "hang") return { backend: { behaviour: text } };
  const [, digits, percent] = /^flaky=(\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})(%?)$/.exec(text) ?? [];
  const ratio = digits === undefined ? NaN : Number(digits) / (percent ? 100 : 1);
  if (ratio <= 1) return { backend: { behaviour: "flaky", ratio } };
  return problem(
    "backend",
    `\`${text.slice(0, 40)}\` is no behaviour; down, slow, hang or flaky=<ratio from 0 to 1> was expected`,
  );
}
