import { conditionalProblems } from "../diagnostics/catalogue/conditional.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/source-file.ts";

/**
 * What a rule says when it misses an input: its law in terms of that input, as a formula of the language's own words
 * (``"`latency.p99` <= 883 ms"``), and the field that would tell (``"`latency: { p99: 883ms }`"``). Never a verdict.
 */
export function conditional(rule: string, condition: string, input: string, span: Span | undefined): Diagnostic {
  return conditionalProblems.conditional({ rule, condition, input }).at(span);
}
