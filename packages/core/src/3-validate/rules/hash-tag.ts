import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { parseTemplate } from "../../2-normalize/template.ts";
import { rule } from "../rule.ts";

/** In a Redis Cluster only what stands between the first braces of a key decides its slot, so a key should keep none. */
export const hashTag = rule("hash-tag", "distributed_lock", (block) => {
  if (block.provider !== "redis_cluster") return;
  const key = parseTemplate(block.lockKey)
    .map((part) => (part.kind === "text" ? part.text : `<${part.name}>`))
    .join("");
  // An empty tag is none.
  const [tag] = /\{[^}]+\}/.exec(key) ?? [];
  return tag === undefined ? undefined : kindProblems.hashTag({ tag }).at(spanOf(block, "lockKey"));
});
