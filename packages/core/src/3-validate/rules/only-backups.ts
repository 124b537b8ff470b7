import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** One server at least must serve while all are well: not every server is a backup. */
export const onlyBackups = rule("only-backups", "load_balancer", ({ servers = [] }) => {
  const [first] = servers;
  if (!first || !servers.every((server) => server.backup)) return;
  return ruleProblems.onlyBackups().at(spanOf(first, "backup"));
});
