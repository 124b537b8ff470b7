import { phrases } from "../diagnostics/catalogue/phrases.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { modelProblems } from "../diagnostics/catalogue/model.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Host } from "../plugin/host.ts";
import type { Span } from "../source/source-file.ts";
import type { NameIndex } from "./names.ts";

/** The configuration names components too: a misspelt one would silently leave a target or a choice without effect. */
export function checkConfiguredNames({ input, targets }: Host, names: NameIndex): readonly Diagnostic[] {
  const chosen = Object.keys(input.owners ?? {}).flatMap((name) =>
    unknown(name, "owners", names, input.locate?.(["owners", name])),
  );
  const restricted = targets.flatMap((target) => {
    const span = input.targets?.find((one) => one.name === target.name)?.span;
    return (target.components ?? []).flatMap((name, index) =>
      unknown(
        name,
        `components of target ${target.name}`,
        names,
        span?.(["components", String(index)]) ?? span?.(["components"]),
      ),
    );
  });
  return [...chosen, ...restricted];
}

function unknown(name: string, where: string, names: NameIndex, span?: Span): readonly Diagnostic[] {
  if (names.exact.has(name)) return [];
  const near = suggest(name, names.exact);
  const place = near === undefined ? {} : { label: phrases.didYouMean({ near }), help: phrases.write({ text: near }) };
  return [modelProblems.configuredNameUnknown({ name, where }).at(span, place)];
}
