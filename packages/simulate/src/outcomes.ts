import type { BackendBehaviour, Outcome } from "./scenario.ts";

/** What becomes of the next call that arrives at a host. */
export type Outcomes = (host: string) => Outcome;

/** `limit` is the one that matters to a slow backend, in microseconds. */
export function createOutcomes(backend: BackendBehaviour, limit: number, random: () => number): Outcomes {
  switch (backend.behaviour) {
    case "script":
      return inTurn(backend.script);
    case "hosts": {
      const scripts = new Map(Object.entries(backend.hosts).map(([host, script]) => [host, inTurn(script)]));
      return (host) => scripts.get(host)?.(host) ?? ok;
    }
    case "down":
      return () => ({ outcome: "refuse" });
    case "slow":
      return () => ({ outcome: "ok", after: 3 * limit });
    case "hang":
      return () => ({ outcome: "hang" });
    case "flaky":
      return () => (random() < backend.ratio ? { outcome: "error" } : ok);
  }
}

const ok: Outcome = { outcome: "ok" };

function inTurn(script: readonly Outcome[]): Outcomes {
  let turn = 0;
  return () => script[Math.min(turn++, script.length - 1)] ?? ok;
}
