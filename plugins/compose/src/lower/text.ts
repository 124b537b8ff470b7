import { yaml } from "@dpm/print";
import type { Span } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { Refuse } from "./context.ts";

/** A text that reaches a container: an argument or a variable cannot hold NUL, nor a file half a surrogate pair. */
export function refuseText(text: string, span: Span | undefined, refuse: Refuse): void {
  if (text.includes("\0")) refuse(problems.unprintable({ what: "a NUL character" }).at(span));
  else if (yaml.refusal(text) !== undefined) refuse(problems.unprintable({ what: "half of a surrogate pair" }).at(span));
}
