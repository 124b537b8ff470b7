import { suggest } from "@dpm/core";
import { explainCode, namedCode } from "../explain/code.ts";
import { explainKind } from "../explain/kind.ts";
import { vocabulary } from "../explain/vocabulary.ts";
import type { ModelOptions } from "../options.ts";
import { asked } from "../project.ts";

/** Explains a diagnostic's code, which has a slash, or a kind of block, perhaps with a field of it. */
export async function explain(what: string, options: ModelOptions): Promise<void> {
  if (what.includes("/")) return explainCode(what, options);
  const known = await vocabulary(asked([], options));
  const [kind = "", ...path] = what.split(".");
  const kinds = known.kinds.map((one) => one.kind);
  const isKind = kinds.includes(kind) || path.length > 0;
  if (isKind) return explainKind(kind, path, known, options.format);
  // A word alone may be either: a code without its owner is sure, then what is most alike.
  const isCode = (await namedCode(what, options)) || suggest(what, kinds) === undefined;
  return isCode ? explainCode(what, options) : explainKind(kind, path, known, options.format);
}
