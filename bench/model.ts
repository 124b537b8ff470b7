/** The source of a system of `count` services, each protected, behind a gateway of its own and deployed: three blocks each. */
export function systemOf(count: number): string {
  return Array.from({ length: count }, (_, index) => service(index)).join("\n");
}

function service(index: number): string {
  return `fault_tolerance Service${index} {
  retry: { max_attempts: 3, backoff: "exponential", initial_delay: "100ms", max_delay: "1s", multiplier: 2.0 }
  timeout: { total: "2s", per_attempt: "566ms" }
  circuit_breaker: {
    failure_threshold: 5
    reset_timeout: "30s"
    half_open_state: true
    sliding_window: "10s"
    minimum_request_count: 10
  }
  fallback: { strategy: "useCache", cache_ttl: "5m", default_response: { status: "degraded", data: {} } }
  bulkhead: { max_concurrent_calls: 10, max_wait_duration: "1s" }
}

load_balancer Gateway${index} {
  calls: [Service${index}]
  servers: [{ host: "10.0.0.1", port: 8080, weight: 1 }, { host: "10.0.0.2", port: 8080, weight: 2 }]
  rate_limiting: { requests_per_second: 100, burst_size: 50 }
}

deploy_docker_compose Service${index} {
  services: [{ name: "service${index}", image: "example/service${index}:1.0.0" }]
  environment: { LOG_LEVEL: "info" }
}
`;
}
