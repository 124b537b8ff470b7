import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

/** A piece of the text with its scopes, from the outermost on. Offsets count from the text's beginning. */
export interface Scoped {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

export type Tokenize = (text: string) => readonly Scoped[];

/** Makes what tokenises as editors do, with the grammar in a file or as it is given. */
export async function tokenizer(grammar: string | object): Promise<Tokenize> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: () =>
      Promise.resolve(
        textmate.parseRawGrammar(typeof grammar === "string" ? grammar : JSON.stringify(grammar), "dpm.json"),
      ),
  });
  const loaded = await registry.loadGrammar("source.dpm");
  if (!loaded) throw new Error("the grammar cannot be loaded");
  return (text) => {
    let state = textmate.INITIAL;
    let offset = 0;
    return text.split("\n").flatMap((line) => {
      const { tokens, ruleStack } = loaded.tokenizeLine(line, state);
      const from = offset;
      state = ruleStack;
      offset += line.length + 1;
      // An editor's line ends with a break, which belongs to the last token.
      return tokens.map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex),
        start: from + startIndex,
        end: from + Math.min(endIndex, line.length),
        scopes,
      }));
    });
  };
}

/** The token in which an offset lies. */
export function at(tokens: readonly Scoped[], offset: number): Scoped {
  const found = tokens.find((one) => one.start <= offset && offset < one.end);
  if (!found) throw new Error(`no token at ${offset}`);
  return found;
}
