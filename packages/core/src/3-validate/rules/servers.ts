import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf, written } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** Servers are listed once each, one of them serves, and written weights differ. */
export const servers = rule("servers", "load_balancer", (block) => {
  const all = block.servers ?? [];
  const found: Diagnostic[] = [];
  const first = new Map<string, object>();
  for (const server of all) {
    const address = server.port === undefined ? server.host : `${server.host}:${server.port}`;
    const earlier = first.get(address);
    if (earlier) {
      const related = [{ message: "first listed here", span: spanOf(earlier, "host") }];
      found.push(ruleProblems.duplicateServer({ server: address }).at(spanOf(server, "host"), { related }));
    } else first.set(address, server);
  }
  if (all.length > 0 && all.every((server) => server.backup))
    found.push(ruleProblems.onlyBackups().at(spanOf(block, "servers")));
  const [one] = all;
  if (one && one.weight > 1 && written(one, "weight") && all.every((server) => server.weight === one.weight)) {
    found.push(ruleProblems.weightWithoutEffect({ weight: one.weight }).at(spanOf(one, "weight")));
  }
  return found;
});
