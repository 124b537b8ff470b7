import type { Host, Servers } from "./scenario.ts";

/** Whose turn it is, and who is left out. */
export interface Balancer {
  /** The next server that was not tried yet, or nothing when none is left. */
  readonly pick: (tried: ReadonlySet<string>, now: number) => string | undefined;
  /** Notes a failure; true when it leaves the server out from now on. */
  readonly failed: (host: string, now: number) => boolean;
}

interface Member {
  readonly host: Host;
  readonly weight: number;
  /** Grows by the weight each time it was not chosen: the smooth form of turns by weight. */
  credit: number;
  failures: number[];
  outUntil: number;
}

export function createBalancer({ hosts, ejection }: Servers): Balancer {
  const members = hosts.map((host): Member => ({
    host,
    weight: host.weight ?? 1,
    credit: 0,
    failures: [],
    outUntil: 0,
  }));
  const byName = new Map(members.map((member) => [member.host.name, member]));
  const choices = (tried: ReadonlySet<string>, now: number): readonly Member[] => {
    const left = members.filter((one) => !tried.has(one.host.name));
    // A list in which everyone is left out serves nobody, so then nobody is.
    const everyoneOut = members.every((one) => one.outUntil > now);
    const fit = left.filter((one) => everyoneOut || one.outUntil <= now);
    const first = fit.filter((one) => !one.host.backup);
    return first.length > 0 ? first : fit;
  };
  return {
    pick: (tried, now) => {
      const among = choices(tried, now);
      let best: Member | undefined;
      for (const one of among) {
        one.credit += one.weight;
        if (!best || one.credit > best.credit) best = one;
      }
      if (best) best.credit -= among.reduce((sum, one) => sum + one.weight, 0);
      return best?.host.name;
    },
    failed: (name, now) => {
      const member = byName.get(name);
      if (!ejection || !member || member.outUntil > now) return false;
      member.failures = [...member.failures.filter((at) => at > now - ejection.window), now];
      if (member.failures.length < ejection.failures) return false;
      member.failures = [];
      member.outUntil = now + ejection.duration;
      return true;
    },
  };
}
