import { defineDiagnostics } from "@dpm/core";

/** What Compose cannot say as the model does, and what it is not told. */
export const problems = defineDiagnostics("compose", {
  "image-missing": {
    severity: "warning",
    message: "service `{service}` has neither an image nor a build folder: `{image}` is assumed",
    help: "write `{ name: \"{service}\", image: \"...\" }`, or `build: \"./{service}\"`",
  },
  "bad-image": {
    severity: "error",
    message: "`{image}` is no image reference",
    help: "write a name in lower case with a tag, such as `redis:8.2.1`",
  },
  "bad-port": {
    severity: "error",
    message: "`{port}` publishes no port",
    help: "write `\"8080:80\"`: the port outside, then the port inside",
  },
  "bad-volume": {
    severity: "error",
    message: "`{volume}` mounts nothing",
    help: "write `\"name:/path\"` or `\"./folder:/path\"`, with `:ro` for read-only",
  },
  "bad-variable": {
    severity: "error",
    message: "`{variable}` is no name of an environment variable",
    help: "use letters, digits and `_`, not beginning with a digit",
  },
  "variable-twice": {
    severity: "error",
    message: "variable `{variable}` is set for the block and for service `{service}`",
    help: "remove one of the two",
  },
  "service-twice": {
    severity: "error",
    message: "service `{service}` is described twice",
    help: "describe it once and only name it in the other block",
  },
  "no-own-service": {
    severity: "error",
    message: "`{block}` sets {what}, but none of its services is its own",
    help: "name one of the services `{service}`",
  },
  "unknown-service": {
    severity: "error",
    message: "service `{service}` waits for `{other}`, which is no service",
    help: "add `{other}` to the services, or remove it from `depends_on`",
  },
  "dependency-cycle": {
    severity: "error",
    message: "services wait for each other: {cycle}",
    help: "remove one of these dependencies",
  },
  "unknown-network": {
    severity: "error",
    message: "service `{service}` joins `{network}`, which is no network",
    help: "add `{network}` to `networks`",
  },
  "check-without-command": {
    severity: "error",
    message: "the check of service `{service}` asks for nothing",
    help: "write `path: \"/health\"` with a `port`, or `test: [\"command\", \"argument\"]`",
  },
  "unprintable": {
    severity: "error",
    message: "a container cannot be given a text with {what}",
    help: "remove the character",
  },
  "path-by-wget": {
    severity: "note",
    message: "asked for with `wget`, which the image must contain",
  },
  "rounded": { severity: "note", message: "Compose takes whole milliseconds: {printed} instead of {wanted}" },
});
