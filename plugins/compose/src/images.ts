/** Well-known services and the image that is meant by their name, pinned. */
export const images: ReadonlyMap<string, string> = new Map([
  ["alertmanager", "prom/alertmanager:v0.28.1"],
  ["consul", "hashicorp/consul:1.21.0"],
  ["elasticsearch", "elasticsearch:9.1.0"],
  ["grafana", "grafana/grafana:12.1.0"],
  ["jaeger", "jaegertracing/jaeger:2.9.0"],
  ["kafka", "apache/kafka:4.1.0"],
  ["memcached", "memcached:1.6.39"],
  ["mongo", "mongo:8.0.12"],
  ["mysql", "mysql:8.4.6"],
  ["nats", "nats:2.11.8"],
  ["nginx", "nginx:1.29.1"],
  ["postgres", "postgres:17.6"],
  ["prometheus", "prom/prometheus:v3.5.0"],
  ["rabbitmq", "rabbitmq:4.1.4"],
  ["redis", "redis:8.2.1"],
  ["zookeeper", "zookeeper:3.9.4"],
]);
