import { exitCodeOf, load } from "@dpm/workspace";
import type { KindSupport, TargetInput } from "@dpm/core";
import { words } from "../language.ts";
import { asked, end } from "../project.ts";
import { show } from "../show.ts";
import { matrixJson, matrixText } from "../targets/matrix.ts";
import { columns, print, printJson, styles } from "../terminal/output.ts";
import { table, type Cell } from "../terminal/table.ts";
import type { ModelOptions } from "../options.ts";

export interface TargetsFlags extends ModelOptions {
  readonly matrix?: true;
}

/** Shows the configured targets. The model is not needed, so its files are not read. */
export async function targets({ format, matrix, ...options }: TargetsFlags): Promise<void> {
  const loaded = await load({ ...asked([], options), files: [] });
  const { diagnostics } = loaded;
  const code = exitCodeOf(diagnostics, loaded.project.config);
  if (code !== 0) return end({ diagnostics, sources: loaded.sources }, format, code);
  show(diagnostics, loaded.sources);
  const configured = loaded.input?.targets ?? [];
  if (format === "json")
    return printJson({
      targets: configured.map((one) => ({ ...jsonOf(one), ...(matrix && { fields: matrixJson(one) }) })),
    });
  print(
    configured.length === 0
      ? `${words.noTargetConfigured()}\n`
      : matrix
        ? matrixText(configured)
        : overview(configured),
  );
}

function overview(configured: readonly TargetInput[]): string {
  const rows = configured.flatMap((target) =>
    kindsOf(target).map(([kind, { layer, concerns = [] }], index): readonly (Cell | string)[] => [
      index === 0 ? { text: target.name, paint: styles.bold } : "",
      index === 0 ? versionOf(target) : "",
      layer,
      concerns.length > 0 ? words.canOwn({ kind, concerns }) : kind,
    ]),
  );
  return `${table(rows, { indent: "  ", gap: "   ", width: columns() }).join("\n")}\n`;
}

function kindsOf({ plugin }: TargetInput): readonly (readonly [string, KindSupport])[] {
  return Object.entries(plugin.support ?? {}).flatMap(([kind, support]) =>
    support ? [[kind, support as KindSupport] as const] : [],
  );
}

/** The engine's version: the configured one, else the plugin's own. */
function versionOf({ version, plugin }: TargetInput): string {
  return version ?? Object.values(plugin.engines ?? {})[0] ?? "";
}

function jsonOf(target: TargetInput): object {
  return {
    name: target.name,
    version: versionOf(target),
    kinds: Object.fromEntries(kindsOf(target).map(([kind, { layer, concerns = [] }]) => [kind, { layer, concerns }])),
  };
}
