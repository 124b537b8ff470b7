import { failed, type Stage, type Surroundings } from "../call.ts";

/** Cancels what has not ended in time and answers in its place. */
export function deadline(limit: number, failure: "timeout" | "deadline", { clock }: Surroundings, next: Stage): Stage {
  return (call, answer) => {
    const timer = clock.deadline(limit, () => {
      // Cancelled first, so that the breaker inside has recorded the failure when the caller hears of it.
      cancel("deadline");
      answer(failed(failure));
    });
    const cancel = next(call, (result) => {
      timer.cancel();
      answer(result);
    });
    return (by) => {
      timer.cancel();
      cancel(by);
    };
  };
}
