import type { DistributedLock } from "../blocks/distributed_lock.ts";

/** The time between two renewals; `undefined` where a lock is never renewed. */
export function renewalOf({ ttl, autoRenewal }: DistributedLock): number | undefined {
  if (!autoRenewal?.enabled) return undefined;
  return autoRenewal.interval ?? Math.floor(ttl / 3);
}

/** How long one holder keeps a lock at most; `undefined` where it is renewed for ever. */
export function longestHold(lock: DistributedLock): number | undefined {
  if (renewalOf(lock) === undefined) return lock.ttl;
  return lock.deadlockDetection?.enabled ? lock.deadlockDetection.timeout : undefined;
}
