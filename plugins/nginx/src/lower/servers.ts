import { atLeast, type Diagnostic, type LoadBalancer, spanOf } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { Balance, UpstreamServer } from "../model.ts";
import type { Context } from "./context.ts";
import type { Fails } from "./ejection.ts";

/** The servers of an upstream; `backup` does not go with methods that hash or draw (ngx_http_upstream_module). */
export function servers(
  gateway: LoadBalancer,
  balance: Balance["method"] | undefined,
  eject: Fails,
  context: Context,
): readonly UpstreamServer[] {
  const { on, target } = context;
  const noBackup = balance === "hash" || balance === "ip_hash" || balance === "random" ? balance : undefined;
  return (gateway.servers ?? []).map((server) => {
    const port = on.exact(server, "port");
    const weight = on.exact(server, "weight");
    return {
      host: on.exact(server, "host"),
      ...(port && { port }),
      weight,
      maxFails: eject.maxFails,
      failTimeout: eject.failTimeout,
      ...backup(server, noBackup, on),
      resolve: target.options.resolver !== undefined && atLeast(target.version, "1.27.3") && isName(server.host),
    };
  });
}

type Server = NonNullable<LoadBalancer["servers"]>[number];

function backup(server: Server, noBackup: string | undefined, on: Context["on"]): Pick<UpstreamServer, "backup"> {
  if (!server.backup) {
    on.byDefault(server, "backup");
    return {};
  }
  if (noBackup === undefined) return { backup: on.exact(server, "backup") };
  on.impossible(server, "backup", problems.noBackup({ method: noBackup }));
  return {};
}

/** Whether a host has to be looked up. */
export function isName(host: string): boolean {
  return !host.startsWith("[") && !/^[0-9.]+$/.test(host);
}

/** Names that nginx looks up only once, at start: it does not start when one is unknown. */
export function namesAtStart(gateway: LoadBalancer, { target }: Pick<Context, "target">): readonly Diagnostic[] {
  if (target.options.resolver !== undefined && atLeast(target.version, "1.27.3")) return [];
  return (gateway.servers ?? []).flatMap((server) =>
    isName(server.host)
      ? [problems.nameAtStart({ version: target.version.text, host: server.host }).at(spanOf(server, "host"))]
      : [],
  );
}
