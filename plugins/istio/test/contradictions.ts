import { parseDuration } from "@dpm/core";

/** A resource as YAML holds it. */
export interface Resource {
  readonly kind: string;
  readonly spec: Readonly<Record<string, unknown>>;
}

interface Route {
  readonly timeout?: string;
  readonly retries?: { readonly attempts: number; readonly retryOn?: string; readonly perTryTimeout?: string };
}

/** What neither `validate` nor `analyze` finds, and what would let a default of Istio's own act. */
export function contradictions(resources: readonly Resource[]): readonly string[] {
  return resources.flatMap(({ kind, spec }) => found(kind, spec).map((problem) => `${kind}: ${problem}`));
}

function found(kind: string, spec: Resource["spec"]): readonly string[] {
  if (kind === "VirtualService") {
    const { hosts = [], http = [] } = spec as { readonly hosts?: readonly string[]; readonly http?: readonly Route[] };
    return [...(hosts.length === 0 ? ["no hosts"] : []), ...http.flatMap(ofRoute)];
  }
  if (kind !== "DestinationRule") return [];
  const policy = spec["trafficPolicy"] as { readonly outlierDetection?: { readonly maxEjectionPercent?: number } };
  const isStated = policy.outlierDetection?.maxEjectionPercent !== undefined;
  return isStated ? [] : ["Istio's own share of servers that may be left out"];
}

function ofRoute({ timeout, retries }: Route): readonly string[] {
  if (!retries) return ["Istio's own retries"];
  const { attempts, retryOn, perTryTimeout } = retries;
  const isLonger = perTryTimeout !== undefined && timeout !== undefined && lengthOf(perTryTimeout) > lengthOf(timeout);
  return [
    ...(attempts > 0 && retryOn === undefined ? ["attempts without retryOn"] : []),
    ...(isLonger ? [`an attempt of ${perTryTimeout} in a request of ${timeout}`] : []),
  ];
}

function lengthOf(text: string): number {
  const read = parseDuration(text);
  if ("problem" in read) throw new Error(`${text} is no duration`);
  return read.value;
}
