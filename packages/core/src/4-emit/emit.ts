import type { Compilation } from "../compile.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../diagnostics/sort.ts";
import { pluginProblems } from "../diagnostics/catalogue/plugins.ts";
import type { Model } from "../2-normalize/model.ts";
import { createContexts } from "../plugin/context.ts";
import { crashes, type Host, type ReadyTarget } from "../plugin/host.ts";
import type { TargetArtifact } from "./artifact.ts";
import { judge } from "./judge.ts";
import { createLedger, type Entry } from "./ledger.ts";
import { strictProblems } from "./strict.ts";

/**
 * Model to artifacts: engines first, then platforms, which see what the engines made. Runs for all configured targets,
 * since a platform mounts and the report speaks of all; `only` narrows what is returned. After an error nothing is emitted.
 */
export function emit(
  model: Model,
  before: readonly Diagnostic[],
  host: Host,
): Pick<Compilation, "diagnostics" | "artifacts" | "report"> {
  const sound = !before.some((one) => one.severity === "error");
  const [engines, platforms] = sound ? rounds(host.targets) : [[], []];
  const contexts = createContexts(model, host);
  const first = emitRound(engines, [], model, contexts, host);
  const second = emitRound(platforms, first.artifacts, model, contexts, host);
  const artifacts = [...first.artifacts, ...second.artifacts];
  const entries = new Map([...first.entries, ...second.entries]);
  const judged = judge({ model, targets: host.targets, contexts, artifacts, entries });
  const found = [...first.diagnostics, ...second.diagnostics, ...(sound ? judged.bugs : [])];
  const strict = sound ? strictProblems(judged.report, [...before, ...found], host.input.strict ?? []) : [];
  const diagnostics = sortDiagnostics([...before, ...found, ...strict]);
  const failed = diagnostics.some((one) => one.severity === "error");
  const wanted = host.input.only;
  const kept = failed ? [] : artifacts.filter((one) => wanted?.includes(one.target) ?? true);
  return { diagnostics, artifacts: kept, report: judged.report };
}

function rounds(targets: readonly ReadyTarget[]): readonly [readonly ReadyTarget[], readonly ReadyTarget[]] {
  const isPlatform = (target: ReadyTarget): boolean =>
    Object.values(target.plugin.support ?? {}).some((one) => one.layer === "platform");
  return [targets.filter((one) => !isPlatform(one)), targets.filter(isPlatform)];
}

function emitRound(
  targets: readonly ReadyTarget[],
  made: readonly TargetArtifact[],
  model: Model,
  contexts: ReturnType<typeof createContexts>,
  host: Host,
): {
  readonly artifacts: readonly TargetArtifact[];
  readonly diagnostics: readonly Diagnostic[];
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
} {
  if (targets.length === 0) return { artifacts: [], diagnostics: [], entries: new Map() };
  const entries = new Map(targets.map((target): [string, Entry[]] => [target.name, []]));
  const collected = host.hooks.emit.collect({
    model,
    contextOf: (plugin) => {
      const target = targets.find((one) => one.plugin.name === plugin);
      const context = contexts.get(plugin);
      return target && context && { ...context, on: createLedger(entries.get(target.name) ?? []), artifacts: made };
    },
  });
  const answers = collected.answers.flatMap(({ plugin, result }) => {
    const target = targets.find((one) => one.plugin.name === plugin);
    return target && result ? [{ target: target.name, result }] : [];
  });
  const artifacts = answers.flatMap(({ target, result }) =>
    result.artifacts.map((one): TargetArtifact => ({ ...one, target })),
  );
  const refused = answers.flatMap(({ result }) => result.diagnostics ?? []);
  return { artifacts, diagnostics: [...refused, ...samePaths(artifacts), ...crashes("emit", collected)], entries };
}

function samePaths(artifacts: readonly TargetArtifact[]): readonly Diagnostic[] {
  const groups = Map.groupBy(artifacts, ({ target, path }) => JSON.stringify([target, path.toLowerCase()]));
  return [...groups.values()].flatMap(([first, ...others]) =>
    first && others.length > 0
      ? [pluginProblems.samePath({ target: first.target, path: first.path }).at(undefined)]
      : [],
  );
}
