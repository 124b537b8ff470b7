import { problems } from "../diagnostics.ts";
import type { Amounts, Service } from "../model.ts";
import type { WrittenService } from "../services.ts";
import type { On } from "./context.ts";

/**
 * `deploy.resources` of the Compose specification: what is asked for is reserved.
 * https://docs.docker.com/reference/compose-file/deploy/#resources
 */
export function resources({ resources: written }: WrittenService, on: On): Pick<Service, "limits" | "reservations"> {
  const { limits, requests } = written ?? {};
  // docker/compose passes a reservation of processors by: "Cpu reservation is a swarm option" (pkg/compose/create.go).
  const reserved = requests && on.approximated(requests, "cpu", problems.cpuNotReserved());
  const most = limits && amounts(on.exact(limits, "cpu"), on.exact(limits, "memory"));
  const least = requests && amounts(reserved, on.exact(requests, "memory"));
  return { ...(most && { limits: most }), ...(least && { reservations: least }) };
}

function amounts(cpu: Amounts["cpu"], memory: Amounts["memory"]): Amounts | undefined {
  return cpu || memory ? { ...(cpu && { cpu }), ...(memory && { memory }) } : undefined;
}
