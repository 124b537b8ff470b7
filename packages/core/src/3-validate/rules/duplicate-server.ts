import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A server is listed once: its share is its weight. Hosts are the same in upper and lower case. */
export const duplicateServer = rule("duplicate-server", "load_balancer", ({ servers = [] }) => {
  const first = new Map<string, (typeof servers)[number]>();
  return servers.flatMap((server): readonly Diagnostic[] => {
    const address = server.port === undefined ? server.host : `${server.host}:${server.port}`;
    const earlier = first.get(address.toLowerCase());
    if (!earlier) {
      first.set(address.toLowerCase(), server);
      return [];
    }
    const related = [{ message: phrases.firstListed(), span: spanOf(earlier, "host") }];
    return [
      ruleProblems
        .duplicateServer({ server: address, weight: earlier.weight + server.weight })
        .at(spanOf(server, "host"), { related }),
    ];
  });
});
