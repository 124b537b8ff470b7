import { suggest, type BlockKind, type Diagnostic } from "@dpm/core";
import { fieldsIn, findField } from "@dpm/core/docs";
import { problems } from "../diagnostics.ts";
import type { Format } from "../options.ts";
import { refuse } from "../project.ts";
import { print, printJson } from "../terminal/output.ts";
import { fieldJson, kindJson } from "./kind-json.ts";
import { fieldText, kindText } from "./kind-text.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Shows a kind, or the field that a path leads to. */
export function explainKind(
  name: string,
  path: readonly string[],
  { kinds, targets }: Vocabulary,
  format: Format,
): void {
  const kind = kinds.find((one) => one.kind === name);
  if (!kind) return refuse(noKind(name, path, kinds), format);
  if (path.length === 0) return format === "json" ? printJson(kindJson(kind, targets)) : print(kindText(kind, targets));
  const found = findField(kind, path);
  if (!("field" in found)) return refuse(noField(kind, found), format);
  const { field } = found;
  const inside = fieldsIn(kind, field.path);
  if (format === "json") return printJson(fieldJson(kind, field, inside, targets));
  print(fieldText(kind, field, inside, targets));
}

function noKind(kind: string, path: readonly string[], kinds: readonly BlockKind[]): Diagnostic {
  const names = kinds.map((one) => one.kind);
  const meant = suggest(kind, names);
  const near = meant === undefined ? "" : [meant, ...path].join(".");
  return problems.unknownKind({ kind, near, kinds: names }).at(undefined, { help: near === "" ? "any" : "near" });
}

function noField(
  { kind }: BlockKind,
  {
    before,
    name,
    known,
  }: { readonly before: readonly string[]; readonly name: string; readonly known: readonly string[] },
): Diagnostic {
  const container = [kind, ...before].join(".");
  const meant = suggest(name, known);
  const near = meant === undefined ? "" : `${container}.${meant}`;
  const help = known.length === 0 ? "none" : near === "" ? "any" : "near";
  return problems.unknownField({ container, field: name, near, fields: known }).at(undefined, { help });
}
