import {
  composeVariable,
  dollarDoubled,
  map,
  print,
  yaml,
  type Printed,
  type Traced,
  type TracedTree,
} from "@dpm/print";
import type { Amounts, FromShell, HealthCheck, Project, PublishedPort, Service, Volume } from "./model.ts";

type Node = yaml.Node;

/** Puts a raw value over a service. */
export type Overlay = (service: Node, raw: TracedTree) => Node;

/** The text of a Compose file. Every value has its `$` doubled, since Compose expands it; keys are not expanded. */
export function render(project: Project, overlay: Overlay): Printed {
  return print(
    yaml.doc(
      yaml.map([
        ["name", text(project.name)],
        ["services", yaml.map(project.services.map((one) => [one.name, one.raw.reduce(overlay, service(one))]))],
        project.networks.length > 0 && ["networks", declared(project.networks)],
        project.volumes.length > 0 && ["volumes", declared(project.volumes)],
      ]),
    ),
  );
}

function service(one: Service): Node {
  return yaml.map([
    one.image && ["image", text(one.image)],
    one.build && ["build", text(one.build)],
    one.command && ["command", texts(one.command)],
    one.environment.length > 0 && [
      "environment",
      yaml.map(one.environment.map(({ name, value }) => [name, yaml.str(map(value, variable))])),
    ],
    one.ports.length > 0 && ["ports", yaml.list(one.ports.map(port))],
    one.volumes.length > 0 && ["volumes", yaml.list(one.volumes.map(volume))],
    one.networkMode && ["network_mode", yaml.str(one.networkMode)],
    one.networks.length > 0 && ["networks", yaml.list(one.networks.map(text))],
    one.dependsOn.length > 0 && [
      "depends_on",
      yaml.map(
        one.dependsOn.map((other) => [
          map(other, ({ service }) => service),
          yaml.because(yaml.map([["condition", yaml.str(other.value.condition)]]), other),
        ]),
      ),
    ],
    one.restart && ["restart", text(one.restart)],
    one.healthCheck && ["healthcheck", healthCheck(one.healthCheck)],
    deploys(one) && ["deploy", deploy(one)],
  ]);
}

function deploys({ replicas, limits, reservations }: Service): boolean {
  return replicas !== undefined || limits !== undefined || reservations !== undefined;
}

function deploy({ replicas, limits, reservations }: Service): Node {
  return yaml.map([
    replicas && ["replicas", yaml.int(replicas)],
    (limits ?? reservations) && [
      "resources",
      yaml.map([limits && ["limits", amounts(limits)], reservations && ["reservations", amounts(reservations)]]),
    ],
  ]);
}

/** Processors as a decimal string, memory in whole mebibytes or kibibytes where it is (`M` and `K` are binary in Compose). */
function amounts({ cpu, memory }: Amounts): Node {
  return yaml.map([
    cpu && ["cpus", yaml.str(map(cpu, (milli) => String(milli / 1000)))],
    memory && ["memory", yaml.str(map(memory, bytes))],
  ]);
}

function bytes(count: number): string {
  const [size, unit] = (
    [
      [1_048_576, "M"],
      [1024, "K"],
    ] as const
  ).find(([one]) => count > 0 && count % one === 0) ?? [1, "B"];
  return `${count / size}${unit}`;
}

function healthCheck(check: HealthCheck): Node {
  if ("disable" in check) return yaml.map([["disable", yaml.bool(check.disable)]]);
  return yaml.map([
    ["test", yaml.flow(texts(check.test))],
    ["interval", duration(check.interval)],
    ["timeout", duration(check.timeout)],
    ["retries", yaml.int(check.retries)],
    ["start_period", duration(check.startPeriod)],
  ]);
}

function duration(time: Traced<number>): Node {
  return yaml.str(
    map(time, (microseconds) =>
      microseconds % 1_000_000 === 0 ? `${microseconds / 1_000_000}s` : `${microseconds / 1000}ms`,
    ),
  );
}

function port(one: Traced<PublishedPort>): Node {
  const { hostIp, published, target, protocol } = one.value;
  return yaml.because(
    yaml.map([
      hostIp !== undefined && ["host_ip", yaml.str(hostIp)],
      ["target", yaml.int(target)],
      published && ["published", yaml.str(range(published))],
      protocol !== "tcp" && ["protocol", yaml.str(protocol)],
    ]),
    one,
  );
}

function range({ low, high }: NonNullable<PublishedPort["published"]>): string {
  return low === high ? String(low) : `${low}-${high}`;
}

function volume(one: Traced<Volume>): Node {
  const { source, target, readOnly } = one.value;
  return yaml.because(
    yaml.map([
      ["type", yaml.str(one.value.type)],
      source !== undefined && ["source", yaml.str(dollarDoubled(source))],
      ["target", yaml.str(dollarDoubled(target))],
      readOnly && ["read_only", yaml.bool(true)],
      one.value.type === "bind" && ["bind", yaml.map([["create_host_path", yaml.bool(!one.value.mustExist)]])],
    ]),
    one,
  );
}

function declared(names: readonly Traced<string>[]): Node {
  return yaml.map(names.map((name) => [name, yaml.map([])]));
}

function variable(value: string | FromShell): string {
  return typeof value === "string" ? dollarDoubled(value) : composeVariable(value.variable);
}

function text(value: Traced<string>): Node {
  return yaml.str(map(value, dollarDoubled));
}

function texts(list: Traced<readonly string[]>): Node {
  return yaml.because(yaml.list(list.value.map((one) => yaml.str(dollarDoubled(one)))), list);
}
