import type { BreakerPolicy } from "@dpm/core";
import { blamesBackend, failed, nothingToCancel, type Call, type Stage, type Surroundings } from "../call.ts";
import type { Circuit } from "../circuit.ts";

/**
 * Refuses calls while the backend is known to fail. What a deadline cut off is a failure, recorded at the deadline;
 * what its own caller cancelled, a business error or a rejection further in is nothing.
 */
export function breaker(circuit: Circuit, policy: BreakerPolicy, around: Surroundings, next: Stage): Stage {
  const { clock, log } = around;
  const watch = <T>(call: Call, act: () => T): T => {
    const before = circuit.state();
    const done = act();
    const state = circuit.state();
    if (state === before) return done;
    if (state === "open") log("opened", call, { lasts: policy.resetTimeout });
    else log(state === "closed" ? "closed" : "half_opened", call);
    return done;
  };
  return (call, answer) => {
    const ticket = watch(call, () => circuit.admit(clock.now()));
    if (!ticket) {
      log("rejected", call, { failure: "breaker_open" });
      answer(failed("breaker_open"));
      return nothingToCancel;
    }
    const cancel = next(call, (result) => {
      watch(call, () => {
        if (result.ok) ticket.succeeded(clock.now());
        else if (blamesBackend(result.failure)) ticket.failed(clock.now());
        else ticket.released();
      });
      answer(result);
    });
    return (by) => {
      cancel(by);
      watch(call, () => (by === "deadline" ? ticket.failed(clock.now()) : ticket.released()));
    };
  };
}
