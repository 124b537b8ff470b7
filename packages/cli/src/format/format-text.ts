import { createParser, type Diagnostic, type SourceFile } from "@dpm/core";
import { format } from "prettier-plugin-dpm/format";

/** What formatting makes of a text: another one or the same, or nothing where it has mistakes. */
export interface Formatted {
  readonly text?: string;
  readonly diagnostics: readonly Diagnostic[];
}

export type FormatText = (source: SourceFile) => Promise<Formatted>;

/** Makes a formatter that tells mistakes as dpm does everywhere; Prettier would show the first one only. */
export function createFormatter(): FormatText {
  const parse = createParser();
  return async (source) => {
    const diagnostics = parse(source).diagnostics.filter(({ severity }) => severity === "error");
    return diagnostics.length > 0 ? { diagnostics } : { text: await format(source.text), diagnostics };
  };
}
