import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../diagnostics/sort.ts";
import { catalogue } from "../diagnostics/catalogue/index.ts";
import { pluginProblems } from "../diagnostics/catalogue/plugins.ts";
import type { Suppression } from "../2-normalize/expand/annotations.ts";
import type { Model } from "../2-normalize/model.ts";
import { suppress } from "../2-normalize/suppress.ts";
import type { Host, ReadyTarget } from "../plugin/host.ts";
import type { TargetArtifact } from "./artifact.ts";
import { judge } from "./judge.ts";
import { createLedger, type Entry } from "./ledger.ts";
import type { Report } from "./report.ts";
import { strictProblems } from "./strict.ts";

export interface Emitted {
  readonly diagnostics: readonly Diagnostic[];
  readonly artifacts: readonly TargetArtifact[];
  readonly report: Report;
  /** How many findings the model's authors accept. */
  readonly accepted: number;
}

/**
 * Model to artifacts: engines first, then platforms, which see what the engines made. Runs for all configured targets,
 * since a platform mounts and the report speaks of all; `only` narrows what is returned. After an error nothing is emitted.
 */
export function emit(
  model: Model,
  before: readonly Diagnostic[],
  suppressions: readonly Suppression[],
  host: Host,
): Emitted {
  const sound = !before.some((one) => one.severity === "error");
  const [engines, platforms] = sound ? rounds(host.targets) : [[], []];
  const contexts = host.contexts(model);
  const first = emitRound(engines, [], model, contexts, host);
  const second = emitRound(platforms, first.artifacts, model, contexts, host);
  const artifacts = [...first.artifacts, ...second.artifacts];
  const entries = new Map([...first.entries, ...second.entries]);
  // Where nothing was emitted, nothing can be missing.
  const silent = new Set(sound ? [...first.silent, ...second.silent] : host.targets.map((target) => target.name));
  const judged = judge({ model, targets: host.targets, contexts, artifacts, entries, silent });
  const found = [...first.diagnostics, ...second.diagnostics, ...judged.bugs];
  const { told, accepted } = suppress([...before, ...found], suppressions, () => codesOf(host));
  const strict = sound ? strictProblems(judged.report, told, host.input.strict ?? []) : [];
  const diagnostics = sortDiagnostics([...told, ...strict]);
  const failed = diagnostics.some((one) => one.severity === "error");
  const wanted = host.input.only;
  const kept = failed ? [] : artifacts.filter((one) => wanted?.includes(one.target) ?? true);
  return { diagnostics, artifacts: kept, report: judged.report, accepted };
}

/** The codes of dpm and of all plugins of this run. */
function codesOf({ targets, guests }: Host): ReadonlySet<string> {
  const theirs = [...targets, ...guests].flatMap(({ plugin }) => plugin.diagnostics?.catalogue ?? []);
  const codes = theirs.flatMap(({ owner, entries }) => Object.keys(entries).map((slug) => `${owner}/${slug}`));
  return new Set([...Object.keys(catalogue()), ...codes]);
}

function rounds(targets: readonly ReadyTarget[]): readonly [readonly ReadyTarget[], readonly ReadyTarget[]] {
  const isPlatform = (target: ReadyTarget): boolean =>
    Object.values(target.plugin.support ?? {}).some((one) => one.layer === "platform");
  return [targets.filter((one) => !isPlatform(one)), targets.filter(isPlatform)];
}

interface Round {
  readonly artifacts: readonly TargetArtifact[];
  readonly diagnostics: readonly Diagnostic[];
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  /** Targets that failed or refused: that they say nothing more is no further mistake. */
  readonly silent: readonly string[];
}

function emitRound(
  targets: readonly ReadyTarget[],
  made: readonly TargetArtifact[],
  model: Model,
  contexts: ReturnType<Host["contexts"]>,
  host: Host,
): Round {
  if (targets.length === 0) return { artifacts: [], diagnostics: [], entries: new Map(), silent: [] };
  const entries = new Map(targets.map((target): [string, Entry[]] => [target.name, []]));
  const seen = Object.freeze([...made]);
  const collected = host.hooks.emit.collect({
    model,
    contextOf: (name) => {
      const noted = entries.get(name);
      const context = contexts.get(name);
      return noted && context && { ...context, on: createLedger(noted), artifacts: seen };
    },
  });
  const answers = collected.answers.flatMap(({ name, result }) =>
    entries.has(name) && result ? [{ name, result }] : [],
  );
  const artifacts = answers.flatMap(({ name, result }) =>
    result.artifacts.map((one): TargetArtifact => ({ ...one, target: name })),
  );
  const refused = answers.flatMap(({ result }) => result.diagnostics ?? []);
  const refusing = answers.filter(({ result }) => result.diagnostics?.some((one) => one.severity === "error"));
  return {
    artifacts,
    diagnostics: [...refused, ...samePaths(artifacts), ...host.crashes("emit", collected)],
    entries,
    silent: [...refusing, ...collected.crashes].map(({ name }) => name),
  };
}

function samePaths(artifacts: readonly TargetArtifact[]): readonly Diagnostic[] {
  const groups = Map.groupBy(artifacts, ({ target, path }) => JSON.stringify([target, path.toLowerCase()]));
  return [...groups.values()].flatMap(([first, ...others]) =>
    first && others.length > 0
      ? [pluginProblems.samePath({ target: first.target, path: first.path }).at(undefined)]
      : [],
  );
}
