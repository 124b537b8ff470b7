/** What a first model is about. */
export interface Start {
  readonly name: string;
  readonly targets: readonly string[];
}

/** A model that every target accepts without an error. */
export function modelOf({ name, targets }: Start): string {
  return [policy(name), gateway(name), ...(targets.includes("compose") ? [deployment(name)] : [])].join("\n");
}

export function configOf({ targets }: Start): string {
  return `${JSON.stringify({ input: "*.dpm", out: "generated", targets: Object.fromEntries(targets.map((target) => [target, {}])) }, undefined, 2)}\n`;
}

function policy(name: string): string {
  return `/// What protects every call to ${name}. \`dpm help simulate\` plays it against a failing backend.
fault_tolerance ${name} {
  retry: { max_attempts: 3, backoff: "exponential_jitter", initial_delay: "100ms" }
  timeout: { total: "2s", per_attempt: "500ms" }
  circuit_breaker: {
    failure_threshold: 5
    minimum_request_count: 10
    sliding_window: "30s"
    reset_timeout: "30s"
  }
  fallback: { strategy: "default_response", default_response: { status: "degraded" } }
}
`;
}

function gateway(name: string): string {
  return `/// The way in: two servers of ${name}, and the other one when one cannot be reached.
load_balancer ${gatewayOf(name)} {
  calls: [${name}]
  strategy: "round_robin"
  servers: [
    { host: "10.0.0.1", port: 8080 },
    { host: "10.0.0.2", port: 8080 }
  ]
}
`;
}

function deployment(name: string): string {
  const service = name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/[_.]/g, "-")
    .toLowerCase();
  return `deploy_docker_compose ${name} {
  services: [{ name: "${service}", image: "example/${service}:1.0.0" }]
}
`;
}

function gatewayOf(name: string): string {
  return name === "Gateway" ? "FrontGateway" : "Gateway";
}
