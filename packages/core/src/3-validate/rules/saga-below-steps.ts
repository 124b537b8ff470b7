import type { DistributedTransaction } from "../../blocks/distributed_transaction.ts";
import { timeProblems } from "../../diagnostics/catalogue/rules-time.ts";
import { componentOf, namesMeant, type Model } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { pauses } from "../../2-normalize/policy.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { worstCaseOf } from "../../2-normalize/worst-case.ts";
import { sum } from "../attempts.ts";
import { conditional } from "../conditional.ts";
import { rule } from "../rule.ts";

/**
 * A transaction should last as long as its steps may take: timeout >= Σ (n · W(participant) + Σ pauses), n the attempts
 * of each step.
 * T12 of docs/rules.md.
 */
export const sagaBelowSteps = rule("saga-below-steps", "distributed_transaction", (block, _, model) => {
  const { timeout, participants, retry } = block;
  if (timeout === undefined) return;
  const worst = participants.map((name) => worstOf(namesMeant(model, name), model));
  const known = sum(worst.map((one) => one ?? 0));
  const attempts = retry?.maxAttempts ?? 1;
  const needed = stepsTake(block, known, attempts);
  const unknown = participants.filter((_name, index) => worst[index] === undefined);
  if (needed > timeout) {
    const fits = mostAttempts(block, known, timeout);
    const params = { needed: printDuration(needed), timeout: printDuration(timeout), enough: sourceDuration(needed) };
    return timeProblems
      .sagaBelowSteps({ ...params, fits })
      .at(spanOf(block, "timeout"), { help: fits > 0 ? "attempts" : "only" });
  }
  if (unknown.length === 0) return;
  const left = Math.floor((timeout - needed) / attempts);
  const share = sourceDuration(Math.max(1, Math.floor(left / unknown.length / 1000)) * 1000);
  return conditional(
    "saga-below-steps",
    `${unknown.map((name) => `\`${name}.timeout.total\``).join(" + ")} <= ${printDuration(left)}`,
    unknown.map((name) => `\`fault_tolerance ${name} { timeout: "${share}" }\``).join(", "),
    spanOf(block, "timeout"),
  );
});

/** Where one component is meant, and it has a limit. */
function worstOf([name = "", ...others]: readonly string[], model: Model): number | undefined {
  const component = others.length > 0 ? undefined : componentOf(model, name);
  return component && worstCaseOf(component.policy);
}

/** How long all steps take at most, where one attempt at each takes `worst` in all. */
function stepsTake({ participants, retry }: DistributedTransaction, worst: number, attempts: number): number {
  const waits = retry ? sum(pauses({ ...retry, maxAttempts: attempts })) : 0;
  return attempts * worst + participants.length * waits;
}

/** The most attempts with which the steps fit, fewer than are written; 0 where one does not. */
function mostAttempts(block: DistributedTransaction, worst: number, timeout: number): number {
  let attempts = (block.retry?.maxAttempts ?? 1) - 1;
  while (attempts > 0 && stepsTake(block, worst, attempts) > timeout) attempts -= 1;
  return attempts;
}
