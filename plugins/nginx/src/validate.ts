import { nginx } from "@dpm/print";
import {
  atLeast,
  componentOf,
  edgesFrom,
  facet,
  serviceNameOf,
  spanOf,
  written,
  type Diagnostic,
  type FaultTolerance,
  type LoadBalancer,
  type Span,
  type ValidateContext,
} from "@dpm/core";
import { phrases, problems } from "./diagnostics.ts";
import { namesAtStart } from "./lower/servers.ts";
import type { Options } from "./options.ts";

type Context = ValidateContext<Options>;

/** What nginx cannot be told about a gateway at all, and what it makes of what is not said. */
export function refusals(block: LoadBalancer, context: Context): readonly Diagnostic[] {
  return [
    ...noServers(block),
    ...noPorts(block),
    ...namesAtStart(block, context),
    ...oldResolver(context),
    ...texts(block),
    ...words(block, context),
    ...checkedPath(block, context),
    ...answers(block, context),
    ...sameLocations(block, context),
  ];
}

function noServers(block: LoadBalancer): readonly Diagnostic[] {
  return block.servers ? [] : [problems.noServers({ name: block.name }).at(spanOf(block))];
}

/** A port that could not be read has been reported, and is none the less written. */
function noPorts({ servers = [] }: LoadBalancer): readonly Diagnostic[] {
  return servers.flatMap((server) =>
    server.port === undefined && !written(server, "port")
      ? [problems.defaultPort({ host: server.host }).at(spanOf(server, "host"))]
      : [],
  );
}

function oldResolver({ target }: Context): readonly Diagnostic[] {
  if (target.options.resolver === undefined || atLeast(target.version, "1.27.3")) return [];
  return [problems.resolverTooOld({ version: target.version.text }).at(spanOf(target.options, "resolver"))];
}

/** The oldest that knows all that is always written: `non_idempotent` came with it (ngx_http_proxy_module, proxy_next_upstream). */
export function tooOld({ target }: Context): readonly Diagnostic[] {
  if (atLeast(target.version, "1.9.13")) return [];
  return [problems.versionTooOld({ version: target.version.text }).at(undefined)];
}

/** A location is named after the callee's service name, and two callees may have the same. */
function sameLocations(block: LoadBalancer, { model }: Context): readonly Diagnostic[] {
  const callees = edgesFrom(model, block.name).filter((edge) => edge.from === "gateway");
  const groups = Map.groupBy(callees, (edge) => serviceNameOf(edge.callee));
  return [...groups].flatMap(([service, [first, ...others]]) =>
    others.map((other) => {
      const params = { gateway: block.name, service, one: first?.callee ?? "", other: other.callee };
      return problems.sameLocation(params).at(spanOf(block, "calls"));
    }),
  );
}

/** Files are named after service names, and two gateways may have the same. */
export function sameFiles({ blocks }: Context): readonly Diagnostic[] {
  const groups = Map.groupBy(blocks("load_balancer"), (one) => serviceNameOf(one.name));
  return [...groups].flatMap(([name, [first, ...others]]) =>
    others.map((other) => {
      const related = first ? [{ message: phrases.theOtherGateway(), span: spanOf(first) }] : [];
      const params = { one: first?.name ?? "", other: other.name, path: `${name}.conf` };
      return problems.sameGateway(params).at(spanOf(other), { related });
    }),
  );
}

/** Names that stand in the file as they are, some of them with a port or more beside them. */
function texts(block: LoadBalancer): readonly Diagnostic[] {
  const { servers = [], sessionAffinity: affinity, hashHeader } = block;
  const all = [
    ...servers.map((server) => ({ text: server.host, place: spanOf(server, "host") })),
    { text: affinity?.cookieName, place: affinity && spanOf(affinity, "cookieName") },
    { text: hashHeader, place: spanOf(block, "hashHeader") },
  ];
  return all.flatMap(({ text = "", place }) => {
    const limit = 1000;
    const refusals = refused(nginx.refusal(text), text, place);
    const long = text.length > limit && refusals.length === 0;
    return long ? [problems.tooLong({ limit, length: text.length }).at(place)] : refusals;
  });
}

/** A cookie or a header that becomes the name of a variable. */
function words(block: LoadBalancer, { target }: Context): readonly Diagnostic[] {
  const affinity = block.sessionAffinity;
  const hashed = affinity?.enabled && !atLeast(target.version, "1.29.6") && target.options.edition === "oss";
  if (!hashed || nginx.variableRefusal(affinity.cookieName) === undefined) return [];
  return [
    problems
      .badCookie({ version: target.version.text, cookie: affinity.cookieName })
      .at(spanOf(affinity, "cookieName")),
  ];
}

function answers(block: LoadBalancer, { model, owns }: Context): readonly Diagnostic[] {
  return edgesFrom(model, block.name).flatMap((edge) => {
    const callee = componentOf(model, edge.callee);
    const fallback = callee && facet(callee, "fault_tolerance")?.fallback;
    return fallback && owns(edge, "fallback") ? refusedAnswer(fallback) : [];
  });
}

function refusedAnswer(fallback: NonNullable<FaultTolerance["fallback"]>): readonly Diagnostic[] {
  if (fallback.defaultResponse === undefined) return [];
  const body = JSON.stringify(fallback.defaultResponse);
  return refused(nginx.complexRefusal(body), body, spanOf(fallback, "defaultResponse"));
}

/** The path that an active check asks for. */
function checkedPath(block: LoadBalancer, { target }: Context): readonly Diagnostic[] {
  const check = block.healthCheck;
  if (!check?.enabled || check.path === undefined || target.options.edition !== "plus") return [];
  return refused(nginx.refusal(check.path), check.path, spanOf(check, "path"));
}

function refused(
  reason: ReturnType<typeof nginx.refusal>,
  text: string,
  place: Span | undefined,
): readonly Diagnostic[] {
  switch (reason) {
    case undefined:
      return [];
    case "too-long":
      return [problems.tooLong({ limit: 4094, length: new TextEncoder().encode(text).length }).at(place)];
    case "nul":
      return [problems.unprintable({ what: phrases.nul() }).at(place)];
    case "lone-surrogate":
      return [problems.unprintable({ what: phrases.halfPair() }).at(place)];
  }
}
