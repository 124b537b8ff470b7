import { problems } from "../diagnostics.ts";
import type { Service } from "../model.ts";
import type { WrittenService } from "../services.ts";
import type { On } from "./context.ts";

/**
 * `deploy.resources` of the Compose specification: what is asked for is reserved.
 * https://docs.docker.com/reference/compose-file/deploy/#resources
 */
export function resources({ resources: written }: WrittenService, on: On): Pick<Service, "limits" | "reservations"> {
  const { limits, requests } = written ?? {};
  const most = limits && { cpu: on.exact(limits, "cpu"), memory: on.exact(limits, "memory") };
  // docker/compose passes a reservation of processors by: "Cpu reservation is a swarm option" (pkg/compose/create.go).
  const cpu = requests && on.approximated(requests, "cpu", problems.cpuNotReserved());
  const least = requests && { cpu, memory: on.exact(requests, "memory") };
  return { ...(most && { limits: present(most) }), ...(least && { reservations: present(least) }) };
}

function present<T extends object>(amounts: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(amounts).filter(([, one]) => one !== undefined)) as never;
}
