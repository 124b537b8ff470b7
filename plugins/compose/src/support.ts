import type { Possible, Support } from "@dpm/core";

const exact: Possible = ["exact"];
const byDefault: Possible = ["exact", "by-default"];
/** Of a store of secrets Compose sees a copy. */
const variables: Possible = ["exact", "approximated", "by-default"];

/** What may become of each field. */
export const support: Support = {
  deploy_docker_compose: {
    layer: "platform",
    fields: {
      services: {
        name: exact,
        image: exact,
        build: exact,
        command: exact,
        environment: variables,
        ports: byDefault,
        volumes: byDefault,
        networks: exact,
        dependsOn: byDefault,
        replicas: exact,
        restart: exact,
        healthCheck: {
          enabled: byDefault,
          test: byDefault,
          path: ["approximated", "by-default"],
          port: ["approximated", "by-default"],
          interval: ["exact", "approximated", "by-default"],
          timeout: ["exact", "approximated", "by-default"],
          retries: byDefault,
          startPeriod: ["exact", "approximated", "by-default"],
        },
        resources: { limits: { cpu: exact, memory: exact }, requests: { cpu: ["approximated"], memory: exact } },
      },
      networks: byDefault,
      volumes: byDefault,
      environment: variables,
      calls: ["by-default"],
    },
  },
};
