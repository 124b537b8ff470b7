import { yaml } from "@dpm/print";
import { spanOf, type Diagnostic, type Span } from "@dpm/core";
import { phrases, problems } from "../diagnostics.ts";
import type { WrittenService } from "../services.ts";

/** A text that reaches a container: an argument or a variable cannot hold NUL, nor a file half a surrogate pair. */
export function unprintable(text: string, place: Span | undefined): readonly Diagnostic[] {
  if (text.includes("\0")) return [problems.unprintable({ what: phrases.nul() }).at(place)];
  return yaml.refusal(text) === undefined ? [] : [problems.unprintable({ what: phrases.halfPair() }).at(place)];
}

/** The same for every item of a list. */
export function unprintableItems(list: readonly string[] = []): readonly Diagnostic[] {
  return list.flatMap((text, index) => unprintable(text, spanOf(list, String(index))));
}

/** The texts that are handed over as they are. */
export function command({ command: parts }: WrittenService): readonly Diagnostic[] {
  return unprintableItems(parts);
}
