import { block } from "../fields/block.ts";
import {
  boolean,
  duration,
  integer,
  list,
  object,
  oneOf,
  port,
  record,
  string,
  suppliable,
  type Infer,
} from "../fields/field.ts";
import { amounts } from "./parts/amounts.ts";
import { calls } from "./parts/calls.ts";

const name = { pattern: "[A-Za-z0-9][A-Za-z0-9._-]{0,999}", expected: "at most 1000 letters, digits, `.`, `_`, `-`" };

export const composeHealthCheck = object({
  enabled: boolean().default(true).doc("`false` switches the image's own check off."),
  test: list(string(), { min: 1 }).optional().doc("The command and its arguments; exit code 0 is healthy."),
  path: string({ pattern: "/.*", expected: "a path that begins with /" })
    .optional()
    .doc("Asked for over HTTP inside the container, on `port`."),
  port: port().optional().doc("The port inside the container; without it the one that the component listens on."),
  interval: duration({ min: 1000 }).default("10s").doc("The time between two checks."),
  timeout: duration({ min: 1000 }).default("2s").doc("A check that takes longer has failed."),
  retries: integer({ min: 1 }).default(3).doc("So many failures in a row make the service unhealthy."),
  start_period: duration({ min: 0 }).default("0s").doc("Failures in the first so long do not count."),
});

const service = object(
  {
    name: string(name).doc("The service's name."),
    image: string().optional().doc("The image it runs, with its tag."),
    build: string().optional().doc("The folder that its image is built from, relative to the config's folder."),
    command: list(string()).optional().doc("The command and its arguments, instead of the image's own."),
    environment: record(suppliable()).optional().doc("Environment variables."),
    ports: list(string()).optional().doc('Published ports, `"8080:80"`.'),
    volumes: list(string()).optional().doc('Mounts, `"name:/path"`.'),
    networks: list(string()).optional().doc("The networks it joins; without it all of the block's."),
    depends_on: list(string()).optional().doc("Services that start before it; healthy first where they have a check."),
    replicas: integer({ min: 0 }).optional().doc("How many containers run."),
    restart: oneOf({
      no: "Never.",
      always: "Always.",
      on_failure: "When it failed.",
      unless_stopped: "Unless it was stopped.",
    })
      .alias({ "on-failure": "on_failure", "unless-stopped": "unless_stopped" })
      .optional()
      .doc("When a stopped container is started again."),
    health_check: composeHealthCheck.also({ healthcheck: "" }).optional().doc("How the service says that it is well."),
    resources: object({
      limits: amounts.optional().doc("At most."),
      requests: amounts.also({ reservations: "" }).optional().doc("At least."),
    })
      .optional()
      .doc("What it may use."),
  },
  { shorthand: ["name"] },
);

export const deployDockerCompose = block(
  "deploy_docker_compose",
  "Runs a component and what it needs as Compose services.",
  {
    services: list(service, { min: 1 }).doc("The services; the component's own is the one of its name."),
    networks: list(string(name)).optional().doc("Networks, joined by all services that name none."),
    volumes: list(string()).optional().doc('Mounts of the component\'s own service, `"name:/path"`.'),
    environment: record(suppliable()).optional().doc("Environment of the component's own service."),
    calls,
  },
  {
    example: `deploy_docker_compose OrderService {
  services: [
    { name: "order-service", image: "example/orders:1.4.2", ports: ["8080:8080"], depends_on: ["redis"] }
    { name: "redis", image: "redis:8" }
  ]
  networks: ["orders"]
  environment: { REDIS_URL: "redis://redis:6379" }
}
`,
  },
);

export type DeployDockerCompose = Infer<typeof deployDockerCompose>;
