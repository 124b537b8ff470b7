import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printSize } from "../../2-normalize/units/size.ts";
import { rule } from "../rule.ts";

/** A topic's size is that of its partitions together: size = partitions · size_per_partition. */
export const retentionTwice = rule("retention-twice", "message_queue", ({ partitions, retention }) => {
  const { size, sizePerPartition: each } = retention ?? {};
  if (!retention || size === undefined || each === undefined || size === each * partitions) return;
  const params = { partitions, each: printSize(each), all: printSize(each * partitions), size: printSize(size) };
  return kindProblems.retentionTwice(params).at(spanOf(retention, "size"));
});
