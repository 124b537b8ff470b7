import { createBalancer } from "../balancer.ts";
import {
  blamesBackend,
  failed,
  nothingToCancel,
  type Cancel,
  type Result,
  type Stage,
  type Surroundings,
} from "../call.ts";
import type { Servers } from "../scenario.ts";

/** Sends each attempt to a server that the request has not tried yet; when a connection fails, to the next one at once. */
export function servers(plan: Servers, { clock, log }: Surroundings, next: (host: string) => Stage): Stage {
  const balancer = createBalancer(plan);
  const most = Math.min(plan.most ?? plan.hosts.length, plan.hosts.length);
  return (call, answer) => {
    let current: Cancel = nothingToCancel;
    const note = (host: string): void => {
      if (balancer.failed(host, clock.now())) log("ejected", call, { host, lasts: plan.ejection?.duration ?? 0 });
    };
    const send = (unable: Result): void => {
      const host = call.tried.size < most ? balancer.pick(call.tried, clock.now()) : undefined;
      if (host === undefined) return answer(unable);
      call.tried.add(host);
      const cancel = next(host)({ ...call, host }, (result) => {
        if (!result.ok && blamesBackend(result.failure)) note(host);
        // A connection fails no sooner than time has played, so `current` is this call's by now.
        if (plan.failover && !result.ok && result.failure === "connect_failure") send(result);
        else answer(result);
      });
      current = (by) => {
        cancel(by);
        if (by === "deadline") note(host);
      };
    };
    send(failed("no_server"));
    return (by) => current(by);
  };
}
