import { spanOf, type Diagnostic } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import { parsePort } from "../forms/port.ts";
import type { Deployed } from "../services.ts";
import type { Context } from "./context.ts";
import { mountedFor } from "./mounts.ts";

/** Published ports that lead to where the engine of a service does not listen, as the files say that are made for it. */
export function unheardPorts(services: readonly Deployed[], context: Context): readonly Diagnostic[] {
  return services.flatMap((service) => unheard(service, context));
}

function unheard(service: Deployed, context: Context): readonly Diagnostic[] {
  const files = mountedFor(service, context).filter(({ mount }) => mount.listens !== undefined);
  const listens = new Set(files.flatMap(({ mount }) => mount.listens ?? []));
  const [heard] = listens;
  if (heard === undefined) return [];
  const names = files.map(({ target, path }) => `${target}/${path}`).join(", ");
  const { ports = [] } = service.written;
  return ports.flatMap((text, index) => {
    const port = parsePort(text);
    if (port?.protocol !== "tcp" || listens.has(port.target)) return [];
    const better = text.replace(/\d+(\/tcp)?$/, `${heard}$1`);
    const params = { port: port.target, service: service.name, files: names, listens: [...listens].join(", "), better };
    return [problems.portUnheard(params).at(spanOf(ports, String(index)))];
  });
}
