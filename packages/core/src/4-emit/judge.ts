import { pluginProblems } from "../diagnostics/catalogue/plugins.ts";
import { rawProblems } from "../diagnostics/catalogue/raw.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { partlyWritten, writtenFields, type PartlyWritten, type WrittenField } from "../2-normalize/written-fields.ts";
import { isFor, type AnyBlock, type KindName, type Model } from "../2-normalize/model.ts";
import type { Origin } from "../2-normalize/origin.ts";
import type { ValidateContext } from "../plugin/contexts.ts";
import type { ReadyTarget } from "../plugin/host.ts";
import type { TargetArtifact } from "./artifact.ts";
import type { Entry } from "./ledger.ts";
import type { FieldReport, Report, TargetVerdict } from "./report.ts";
import { judgeRaw } from "./judge-raw.ts";
import { summarize } from "./summary.ts";
import { declares } from "./support.ts";
import type { Verdict } from "./verdict.ts";
import { worst, type Witness } from "./witness.ts";

const replacedCode = rawProblems.rawOverrides({ target: "", path: "" }).code;

interface Evidence {
  readonly model: Model;
  readonly targets: readonly ReadyTarget[];
  readonly contexts: ReadonlyMap<string, ValidateContext<unknown>>;
  readonly artifacts: readonly TargetArtifact[];
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  /** Targets that failed or refused, so that nothing can be held against them. */
  readonly silent: ReadonlySet<string>;
}

/** Holds what the targets said against what is written and what they printed: the report, and the bugs that it reveals. */
export function judge(evidence: Evidence): { readonly report: Report; readonly bugs: readonly Diagnostic[] } {
  const bugs: Diagnostic[] = [];
  const witnesses = evidence.targets
    .filter((target) => !evidence.silent.has(target.name))
    .map((target) => witness(target, evidence));
  const blocks = [...evidence.model.components.flatMap((one) => one.facets), ...evidence.model.blocks];
  const takers = ({ kind }: AnyBlock): readonly ReadyTarget[] =>
    evidence.targets.filter((target) => target.plugin.support?.[kind as KindName]);
  const isTaken = (block: AnyBlock): boolean => takers(block).some((target) => isFor(block, target.name));
  const filtered = blocks.flatMap((block) => {
    const others = takers(block).flatMap(({ name }) => (isFor(block, name) ? [] : name));
    return others.length > 0 ? [{ kind: block.kind, name: block.name, targets: others }] : [];
  });
  const fields = blocks.filter(isTaken).flatMap((block) => {
    const acting = witnesses.filter((one) => one.actsOn(block));
    const written = writtenFields(block).map((field): FieldReport => ({
      path: field.path,
      span: field.span,
      verdicts: acting.flatMap((one) => verdictOf(field, block, one, bugs)),
    }));
    if (!acting.some((one) => one.denies)) return written;
    return [...written, ...partlyWritten(block).flatMap((group) => denied(group, block, acting))];
  });
  const lost = blocks.filter((block) => !isTaken(block));
  const unknown = lost.filter((block) => takers(block).length === 0);
  const untaken = [...Map.groupBy(unknown, (block) => block.kind)].map(([kind, group]) => ({
    kind,
    names: group.map((one) => one.name),
  }));
  const untakenFields = lost.reduce((sum, block) => sum + writtenFields(block).length, 0);
  const raw = blocks.flatMap((block) => judgeRaw(block, evidence.targets, witnesses, bugs));
  const targets = evidence.targets.map(({ name, version }) => ({ name, version: version.text }));
  const written = fields.filter((field) => !field.unwritten);
  return { report: { targets, fields, untaken, filtered, raw, summary: summarize(written, untakenFields) }, bugs };
}

function witness(target: ReadyTarget, { contexts, artifacts, entries }: Evidence): Witness {
  const verdicts = new Map<Origin, Verdict[]>();
  for (const { origin, verdict } of entries.get(target.name) ?? []) {
    const known = verdicts.get(origin);
    if (known) known.push(verdict);
    else verdicts.set(origin, [verdict]);
  }
  const printed = new Set<Origin>();
  const reach = (origin: Origin): void => {
    if (printed.has(origin)) return;
    printed.add(origin);
    if (origin.kind === "decision") origin.from.forEach(reach);
  };
  for (const artifact of artifacts) {
    if (artifact.target !== target.name) continue;
    for (const mark of artifact.content.marks) for (const origin of mark.origins) reach(origin as Origin);
  }
  const context = contexts.get(target.name);
  const blocks = new Map<string, ReadonlySet<AnyBlock>>();
  const actsOn = (block: AnyBlock): boolean => {
    const kind = block.kind as KindName;
    if (!target.plugin.support?.[kind]) return false;
    const known = blocks.get(kind) ?? new Set<AnyBlock>(context?.blocks(kind) ?? []);
    blocks.set(kind, known);
    return known.has(block);
  };
  const said = entries.get(target.name) ?? [];
  const denies = said.some(({ origin, verdict }) => origin.kind === "default" && verdict.verdict === "impossible");
  return { target, actsOn, verdicts, denies, printed };
}

/** The worst verdict on the field itself, else on the nearest group around it that has one. */
function verdictOf(
  field: WrittenField,
  block: AnyBlock,
  witnessed: Witness,
  bugs: Diagnostic[],
): readonly TargetVerdict[] {
  const { target, verdicts, printed } = witnessed;
  const place = field.chain.findLast((origin) => verdicts.has(origin));
  // An empty value of free JSON has nothing unwritten: what was said of the whole is said of it.
  const asks = field.unwritten && (field.unwritten.length > 0 || place === undefined);
  if (field.unwritten && asks && (place === undefined || place !== field.chain.at(-1))) {
    const inside = verdictInside(field.unwritten, block, witnessed, bugs);
    if (inside || place === undefined) return inside ?? missing(field, block, target, bugs);
  }
  const found = place && worst(verdicts.get(place) ?? []);
  if (!found) return missing(field, block, target, bugs);
  const { verdict } = found;
  const named = { target: target.name, field: `\`${field.path}\`` };
  // What the user put something else in place of is nobody's promise.
  const isReplaced = verdict === "impossible" && found.reason.code === replacedCode;
  if (!isReplaced && !declared(target, block, field.names, verdict))
    bugs.push(pluginProblems.verdictUndeclared({ ...named, verdict }).at(field.span));
  const mustPrint = verdict === "exact" || verdict === "approximated";
  const around = field.chain.slice(field.chain.indexOf(place));
  if (mustPrint && !around.some((origin) => printed.has(origin)))
    bugs.push(pluginProblems.originLost({ ...named, verdict }).at(field.span));
  return [{ target: target.name, ...found }];
}

/** What nobody wrote and some target cannot express is said of the group around it, once. */
function denied(group: PartlyWritten, block: AnyBlock, acting: readonly Witness[]): readonly FieldReport[] {
  const isDenied = ({ chain }: WrittenField): boolean =>
    acting.some(({ verdicts }) =>
      chain.some(
        (origin) => origin.kind === "default" && verdicts.get(origin)?.some((one) => one.verdict === "impossible"),
      ),
    );
  const lost = group.unwritten.filter(isDenied);
  if (lost.length === 0) return [];
  // A default that is said to be expressed need not be seen in the text: nobody looks for it there.
  const verdicts = acting.flatMap((one) => verdictInside(lost, block, one, []) ?? []);
  const { path, span } = group;
  return [{ path, span, verdicts, unwritten: lost.map((one) => one.path.slice(path.length + 1)) }];
}

/** Of a group that is written without anything in it: the worst verdict on what it has unwritten. One that has nothing says nothing. */
function verdictInside(
  unwritten: readonly WrittenField[],
  block: AnyBlock,
  witnessed: Witness,
  bugs: Diagnostic[],
): readonly TargetVerdict[] | undefined {
  if (unwritten.length === 0) return [{ target: witnessed.target.name, verdict: "by-default" }];
  const said = unwritten.filter((one) =>
    one.chain.some((origin) => origin.kind === "default" && witnessed.verdicts.has(origin)),
  );
  const found = worst(said.flatMap((one) => verdictOf(one, block, witnessed, bugs)));
  return found && [found];
}

/** Only who lowers a kind has to speak of all of it. */
function missing(
  field: WrittenField,
  { kind }: AnyBlock,
  target: ReadyTarget,
  bugs: Diagnostic[],
): readonly TargetVerdict[] {
  if (target.plugin.support?.[kind as KindName]?.partial) return [];
  bugs.push(pluginProblems.verdictMissing({ target: target.name, field: `\`${field.path}\`` }).at(field.span));
  return [];
}

function declared(
  { plugin, version }: ReadyTarget,
  { kind }: AnyBlock,
  names: readonly string[],
  verdict: Verdict["verdict"],
): boolean {
  const support = plugin.support?.[kind as KindName];
  return support !== undefined && declares(support.fields, names, verdict, version);
}
