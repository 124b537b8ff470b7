import type { BlockKind } from "../fields/block.ts";
import type { PageContext } from "./kind-page.ts";
import { page, table } from "./markdown.ts";
import { supportOfKind } from "./support.ts";
import { english } from "./words.ts";

/** The page that leads to every kind's own, `<kind>.md` beside it. */
export function indexPage(kinds: readonly BlockKind[], { plugins, words = english }: PageContext): string {
  const rows = kinds.map((kind) => [
    `[\`${kind.kind}\`](${kind.kind}.md)`,
    kind.doc,
    plugins
      .filter((plugin) => supportOfKind(plugin, kind.kind))
      .map((plugin) => plugin.name)
      .join(", "),
  ]);
  const { page: texts } = words;
  return page([
    `<!-- ${texts.notice} -->`,
    `# ${texts.index}`,
    texts.indexText,
    texts.notation,
    table([texts.kind, texts.says, texts.takenBy], rows),
  ]);
}
