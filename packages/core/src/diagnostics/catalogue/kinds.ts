import { defineDiagnostics } from "../define.ts";

/** What dpm's own rules find in one kind of block, and between the blocks of a system. */
export const kindProblems = defineDiagnostics("core", {
  "retry-shorthand": {
    severity: "note",
    message:
      "a plain number is all attempts, the first included: {attempts}, with {backoff} pauses from {first} up to {longest}",
    help: "write `retry: { max_attempts: {attempts} }` to say so",
  },
  "protocol-only-verified": {
    severity: "note",
    message:
      "no engine that dpm knows is configured with `{type}`: the block is checked and verified, nothing runs by it",
    help: "choose `raft` if an engine such as etcd or Consul is to run it",
  },
  "script-check": {
    severity: "warning",
    message: "whoever can register a service with a `script` check runs commands on the registry's machine",
    help: "use `http` or `tcp` instead; an agent refuses scripts unless it is told to allow them",
  },
  "deregister-too-soon": {
    severity: "warning",
    message: "Consul removes a failing service after a minute at the earliest, not after {after}",
    help: 'raise it to "1m" or more',
  },
  "metadata-too-long": {
    severity: "error",
    message: "the value of `{key}` has {length} characters, Consul takes at most {most}",
    help: "lower it to {most} characters, or keep it elsewhere",
  },
  "environment-drift": {
    severity: "warning",
    message: "tag `{tag}` and `metadata.environment` `{environment}` are two environments",
    help: 'write `"{environment}"` here, or `environment: "{tag}"` there',
  },
  "registration-without-port": {
    severity: "error",
    message: "no port of `{name}` is known, and Consul is asked for one by every caller",
    help: "add `port: 8080`, or `tcp` to `health_check`",
  },
  "registry-without-checks": {
    severity: "note",
    message: "`{registry}` checks nothing: a lease that the service keeps alive stands in for `health_check`",
    help: 'choose `registry: "consul"` if the registry itself is to check',
  },
  "hash-tag": {
    severity: "warning",
    message: "braces in a key are a hash tag to a Redis Cluster: all keys with `{tag}` are on one node",
    help: "remove the doubled braces, unless these keys are to be together",
  },
  "retention-twice": {
    severity: "error",
    message: "{partitions} partitions of {each} are {all}, but `size` says {size}",
    help: "keep one of `size` and `size_per_partition`",
  },
  "sharding-fixed": {
    severity: "warning",
    message: "a Redis Cluster always spreads keys over its 16384 hash slots: `{strategy}` has no effect",
    help: 'choose `provider: "redis"` for a ring of its own, or remove `sharding`',
  },
  "pivot-outside": {
    severity: "error",
    message: "pivot `{name}` is no participant",
    help: "choose one of the participants, {participants}",
  },
  "directory-outside": {
    severity: "warning",
    message:
      "`{directory}` is not inside the project: what is generated is written there only where the configuration allows it",
    help: "write a folder relative to the configuration's, such as `src`",
  },
  "unknown-scenario": {
    severity: "warning",
    message: "dpm knows no scenario `{scenario}`: a test that is switched off is made of it",
    help: {
      write: "write `{near}` if that is meant",
      use: "use one of {known}, or write the body of its test by hand",
    },
  },
  "bad-condition": {
    severity: "error",
    message: "the condition of `{alert}` cannot be read from here on",
    help: "write comparisons such as `error_rate > 0.05`, joined by `and` and `or`",
  },
  "unknown-metric": {
    severity: "error",
    message: "`{name}` is no metric of `{component}`",
    help: {
      write: "write `{near}` if that is meant, or declare `{name}` in `metrics {component}`",
      declare: "declare `{name}` in `metrics {component}`",
    },
  },
  "image-missing": {
    severity: "warning",
    message: "`{name}` has no image: `{image}` is assumed",
    help: 'add `image: "{image}"` to say so',
  },
  "replicas-unused": {
    severity: "note",
    message: "the autoscaler decides how many pods run, {min} to {max}: `replicas: {replicas}` is left out",
    help: "remove `replicas`",
  },
  "probe-without-port": {
    severity: "warning",
    message: "no port of `{name}` is known, so its probe has nowhere to ask",
    help: "add `port: 8080` to `deploy_kubernetes {name}`",
  },
  "cpu-request-missing": {
    severity: "error",
    message: "the autoscaler compares with the requested processor time, and `{name}` requests none",
    help: 'add `resources: { requests: { cpu: "100m" } }`',
  },
  "pattern-not-followed": {
    severity: "warning",
    message: "`{service}` is one of `{system}`, but has no {missing}",
    help: "declare what is missing, remove it from `{system}`, or say `generate: true` for defaults",
  },
  "communication-undefined": {
    severity: "warning",
    message: "the services are to talk by `{kind}`, but no block of that kind is declared",
    help: "declare `{kind} Name { ... }`, or remove it here",
  },
  "level-missing": {
    severity: "error",
    message: "`{level}` wraps `{inner}`, which is not there",
    help: "say `{inner}`, or give the levels numbers without a gap",
  },
  "level-twice": {
    severity: "error",
    message: "`{pattern}` is `{first}` already",
    help: "remove one of the two levels",
  },
  "level-order": {
    severity: "note",
    message: "a call passes {written}, from the outside in; without levels it would pass {usual}",
    help: "remove the levels if the usual order is meant",
  },
  "fallback-hides-failure": {
    severity: "warning",
    message: "`fallback` answers inside `{outer}`, which then sees no failure and never acts",
    help: "use a higher level for `fallback` than for `{outer}`",
  },
  "said-differently": {
    severity: "error",
    message: "`{field}` is another value than `{other}`",
    help: "write the same in both places, or remove it in one of them",
  },
  "first-strategy-only": {
    severity: "note",
    message: "an engine that cannot change strategies while it runs keeps the first, `{strategy}`",
    help: "say first what is to hold there",
  },
  "nothing-to-adapt": {
    severity: "warning",
    message: "`{name}` has no servers to choose from: no `load_balancer {name}` says where they are",
    help: "add `load_balancer {name} { servers: [...] }`",
  },
});
