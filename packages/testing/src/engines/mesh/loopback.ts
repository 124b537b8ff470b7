import type { Resource } from "./resources.ts";

/** Throws where a proxy would listen beyond loopback, or send calls beyond it. */
export function assertLoopback(resources: readonly Resource[]): void {
  for (const resource of resources) {
    for (const [what, address] of addressesOf(resource)) {
      if (typeof address === "string" && address.startsWith("127.")) continue;
      throw new Error(`${resource.kind} \`${resource.metadata.name}\` needs 127.0.0.1 as \`${what}\``);
    }
  }
}

/** The addresses that a resource has proxies listen on or call; one that is not there would be every address, or any. */
function addressesOf({ kind, spec = {} }: Resource): readonly (readonly [string, unknown])[] {
  if (kind === "Gateway") return each(spec["servers"], "bind");
  if (kind === "Sidecar") return [...each(spec["ingress"], "bind"), ...each(spec["egress"], "bind")];
  if (kind === "WorkloadEntry") return [["address", spec["address"]]];
  if (kind !== "ServiceEntry") return [];
  const endpoints = each(spec["endpoints"], "address");
  const isLookedUp = String(spec["resolution"]).startsWith("DNS") && endpoints.length === 0;
  return isLookedUp ? [["endpoints[].address", undefined]] : endpoints;
}

function each(list: unknown, key: string): readonly (readonly [string, unknown])[] {
  const elements = (list ?? []) as readonly Readonly<Record<string, unknown>>[];
  return elements.map((element) => [key, element[key]]);
}
