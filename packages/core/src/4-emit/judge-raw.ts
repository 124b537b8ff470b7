import { pluginProblems } from "../diagnostics/catalogue/plugins.ts";
import { rawProblems } from "../diagnostics/catalogue/raw.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { AnyBlock } from "../2-normalize/model.ts";
import { keySpanOf } from "../2-normalize/origin.ts";
import { writtenRaw, type WrittenField } from "../2-normalize/written-fields.ts";
import type { Span } from "../source/source-file.ts";
import type { ReadyTarget } from "../plugin/host.ts";
import type { RawReport } from "./report.ts";
import type { Verdict } from "./verdict.ts";
import { worst, type Witness } from "./witness.ts";

/** What became of a block's raw values; what reaches nobody is told, once for all that stands together. */
export function judgeRaw(
  block: AnyBlock,
  targets: readonly ReadyTarget[],
  witnesses: readonly Witness[],
  diagnostics: Diagnostic[],
): readonly RawReport[] {
  return [...writtenRaw(block)].flatMap(([target, fields]) => {
    const span = keySpanOf((block as AnyBlock & { readonly raw: object }).raw, target);
    if (!targets.some((one) => one.name === target)) diagnostics.push(unheard(target, targets, span));
    const witness = witnesses.find((one) => one.target.name === target);
    const judged = fields.map((field) => {
      const verdict = witness && (verdictOf(field, witness) ?? notTaken(target, field.path));
      if (verdict?.verdict === "exact" && !field.chain.some((origin) => witness?.printed.has(origin))) {
        const params = { target, field: `\`${field.path}\``, verdict: verdict.verdict };
        diagnostics.push(pluginProblems.originLost(params).at(field.span));
      }
      return { path: field.path, span: field.span, target, ...(verdict && { verdict }) };
    });
    diagnostics.push(...untaken(target, judged, span));
    return judged;
  });
}

function verdictOf({ chain }: WrittenField, { verdicts }: Witness): Verdict | undefined {
  const place = chain.findLast((origin) => verdicts.has(origin));
  return place && worst(verdicts.get(place) ?? []);
}

function notTaken(target: string, path: string): Verdict {
  const { code, message, params } = rawProblems.rawNotTaken({ target, path: `\`${path}\`` });
  return { verdict: "impossible", reason: { code, message, params } };
}

/** Where nothing of it is taken, that is one finding. */
function untaken(target: string, judged: readonly RawReport[], span: Span | undefined): readonly Diagnostic[] {
  const lost = judged.filter(({ verdict }) => verdict?.verdict === "impossible");
  if (lost.length > 0 && lost.length === judged.length)
    return [rawProblems.rawNotTaken({ target, path: `\`raw ${target}\`` }).at(span)];
  return lost.map((one) => rawProblems.rawNotTaken({ target, path: `\`${one.path}\`` }).at(one.span));
}

function unheard(target: string, targets: readonly ReadyTarget[], span: Span | undefined): Diagnostic {
  const known = targets.map((one) => one.name);
  const near = suggest(target, known);
  return rawProblems.rawUnheard({ target, near: near ?? "" }).at(span, { help: near === undefined ? "far" : "near" });
}
