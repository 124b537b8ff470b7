import type { Policy } from "@dpm/core";
import { failed, nothingToCancel, type Cancel, type Permit, type Stage, type Surroundings } from "../call.ts";

/**
 * So many calls run at once; the others wait in the order in which they came, at most `maxWait`.
 * A permit is held for all attempts and pauses of a call, until its answer is there and its work has really ended.
 */
export function bulkhead(policy: NonNullable<Policy["bulkhead"]>, { clock, log }: Surroundings, next: Stage): Stage {
  let free = policy.maxConcurrentCalls;
  const waiting = new Set<() => void>();

  // Nobody who comes at this moment overtakes whoever waits, and nobody whose deadline is at this moment still begins.
  const giveBack = (): void => {
    if (waiting.size > 0) clock.after(0, handOver);
    else free += 1;
  };
  const handOver = (): void => {
    const [first] = waiting;
    if (first) first();
    else free += 1;
  };

  return (call, answer) => {
    let cancel: Cancel = nothingToCancel;
    const enter = (): void => {
      log("admitted", call);
      const permit = createPermit(() => {
        log("released", call);
        giveBack();
      });
      const leave = next({ ...call, permit }, (result) => {
        answer(result);
        permit.letGo();
      });
      cancel = (by) => {
        leave(by);
        permit.letGo();
      };
    };
    if (free > 0) {
      free -= 1;
      enter();
    } else if (policy.maxWait > 0) {
      log("waits", call);
      const stopWaiting = (): void => {
        waiting.delete(turn);
        timer.cancel();
      };
      const turn = (): void => {
        stopWaiting();
        enter();
      };
      const timer = clock.deadline(policy.maxWait, () => {
        stopWaiting();
        log("rejected", call, { failure: "bulkhead_full" });
        answer(failed("bulkhead_full"));
      });
      waiting.add(turn);
      cancel = stopWaiting;
    } else {
      log("rejected", call, { failure: "bulkhead_full" });
      answer(failed("bulkhead_full"));
    }
    return (by) => cancel(by);
  };
}

function createPermit(giveBack: () => void): Permit {
  let holders = 1;
  return {
    hold: () => void (holders += 1),
    letGo: () => {
      holders -= 1;
      if (holders === 0) giveBack();
    },
  };
}
