import type { Model, Translations } from "@dpm/core";
import { headline } from "../headline.ts";
import { ownersOf } from "../report/owners.ts";
import { words } from "../language.ts";
import { asked, soundModel } from "../project.ts";
import { columns, print, printJson, styles } from "../terminal/output.ts";
import { table, type Cell } from "../terminal/table.ts";
import type { ModelOptions } from "../options.ts";

export interface ModelFlags extends ModelOptions {
  readonly json?: true;
}

/** Shows the model. */
export async function model(files: readonly string[], flags: ModelFlags): Promise<void> {
  const format = flags.json ? "json" : flags.format;
  const found = await soundModel(asked(files, flags), format);
  if (!found) return;
  const { model: shown } = found.compilation;
  if (format === "json") return printJson(shown);
  print(`${headline(found, shown)}\n\n${overview(shown, found.translations)}`);
}

function overview({ components, blocks, edges }: Model, translations: Translations): string {
  const layout = { indent: "  ", gap: "   ", width: columns() };
  const kinds = components.map(({ name, facets }): readonly (Cell | string)[] => [
    { text: name, paint: styles.bold },
    [...new Set(facets.map((one) => one.kind))].join(", "),
  ]);
  const alone = blocks.map(({ kind, name }): readonly (Cell | string)[] => [
    { text: name, paint: styles.bold },
    words.ofNoComponent({ kind }),
  ]);
  const parts = [...kinds, ...alone];
  const calls = edges.flatMap((edge): readonly (readonly (Cell | string)[])[] => [
    [
      { text: `${edge.caller ?? words.anyone()} → ${edge.callee}`, paint: styles.bold },
      edge.layers.map((layer) => layer.target).join(" → "),
      "",
    ],
    ...ownersOf(edge, translations).map(({ concern, target, why }): readonly (Cell | string)[] => [
      `  ${concern}`,
      target,
      { text: why, paint: styles.dim },
    ]),
  ]);
  const shown = [
    ...(parts.length > 0 ? [table(parts, layout)] : []),
    ...(calls.length > 0 ? [table(calls, layout)] : []),
  ];
  return shown.map((lines) => `${lines.join("\n")}\n`).join("\n");
}
