import { defineDiagnostics, definePhrases } from "@dpm/core";

/** What Compose cannot say as the model does, and what it is not told. */
export const problems = defineDiagnostics("compose", {
  "image-missing": {
    severity: "warning",
    message: "service `{service}` has neither an image nor a build folder: `{image}` is assumed",
    help: 'add `image: "{image}"` to say so, or `build: "{folder}"` to build it',
  },
  "bad-image": {
    severity: "error",
    message: "`{image}` is no image reference",
    help: "write a name in lower case with a tag, such as `redis:8.2.1`; `$` is not expanded",
  },
  "bad-build": {
    severity: "error",
    message: "`{build}` is no folder to build from",
    help: "write a folder such as `./order-service`, or the https or git address of a repository",
  },
  "bad-port": {
    severity: "error",
    message: "`{port}` publishes no port",
    help: 'write `"8080:80"`: the port of the host, then the port inside',
  },
  "port-twice": {
    severity: "error",
    message: "port `{port}` of the host is published twice, by `{first}` and by `{second}`",
    help: "choose another port for one of them",
  },
  "replicas-share-port": {
    severity: "error",
    message: "the {replicas} containers of service `{service}` cannot share port `{port}` of the host",
    help: "publish a range such as `{range}`, or publish the port of a gateway in front of them",
  },
  "port-unheard": {
    severity: "warning",
    message: "nothing listens on port {port} of service `{service}`: with `{files}` it listens on {listens}",
    help: "write `{better}`, or let the engine listen on {port}",
  },
  "bad-volume": {
    severity: "error",
    message: "`{volume}` mounts nothing",
    help: 'write `"name:/path"` or `"./folder:/path"`, with `:ro` at the end for read-only',
  },
  "mount-twice": {
    severity: "error",
    message: "service `{service}` mounts `{path}` twice",
    help: "remove one of the two mounts",
  },
  "mount-overridden": {
    severity: "warning",
    message: "`{file}` is not mounted: service `{service}` has a mount of its own at `{path}`",
    help: "remove that mount to use the generated file",
  },
  "mount-nowhere": {
    severity: "warning",
    message: "`{file}` is mounted nowhere: none of the services of `{block}` is its own",
    help: "name the service that reads it `{service}`",
  },
  "bad-variable": {
    severity: "error",
    message: "`{variable}` cannot be the name of an environment variable",
    help: "use letters, digits, `_`, `.` and `-`, beginning with a letter or `_`, and not with `x-`",
  },
  "variable-twice": {
    severity: "error",
    message: "variable `{variable}` of service `{service}` is set twice",
    help: "remove one of the two",
  },
  "supplied-alike": {
    severity: "error",
    message: "`{first}` and `{second}` would both be the variable `{variable}` of the shell that starts Compose",
    help: "rename one of the two",
  },
  "secret-from-shell": {
    severity: "note",
    message: "Compose asks no store: whoever starts it puts `{secret}` into the variable `{variable}`",
  },
  "service-twice": {
    severity: "error",
    message: "service `{service}` is described twice",
    help: "describe it once and only name it elsewhere",
  },
  "no-own-service": {
    severity: "error",
    message: "`{block}` sets {what} for its own service, but names none",
    help: "name one of its services `{service}`, or say it inside the service that is meant",
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
  "bad-network": {
    severity: "error",
    message: "`{network}` cannot be the name of a network",
    help: "choose a name of at most 1000 characters that does not begin with `x-`: Compose takes those for its extensions",
  },
  "unknown-network": {
    severity: "error",
    message: "service `{service}` joins `{network}`, which is no network",
    help: "add `{network}` to the `networks` of the block",
  },
  "check-without-command": {
    severity: "error",
    message: "the check of service `{service}` asks for nothing",
    help: 'write `path: "/health"` and the `port` inside the container, or `test: ["command", "argument"]`',
  },
  "check-keyword": {
    severity: "error",
    message: "`{word}` is no command but Compose's own word",
    help: 'write the command and its arguments alone; for a shell `test: ["sh", "-c", "..."]`',
  },
  "bad-path": {
    severity: "error",
    message: "`{path}` would not be asked for as it is written",
    help: "percent-encode what is not ASCII, without blanks, fragment, `.` and `..`",
  },
  "reserved-above-limit": {
    severity: "error",
    message: "service `{service}` asks for more memory than it may use",
    help: "raise the limit, or ask for less",
  },
  unprintable: {
    severity: "error",
    message: "a container cannot be given a text with {what}",
    help: "remove the character",
  },
  "asked-inside": {
    severity: "note",
    message: "asked for inside the container, at 127.0.0.1:{port}: the image must contain a shell, and wget or curl",
  },
  "cpu-not-reserved": {
    severity: "note",
    message: "only Swarm keeps processor time free: `docker compose up` passes it by",
  },
  rounded: { severity: "note", message: "Compose takes whole milliseconds: {printed} instead of {wanted}" },
});

/** What stands in these messages, and beside them. */
export const phrases = definePhrases("compose", {
  "first-described": "first described here",
  "first-mounted": "first mounted here",
  "first-published": "first published here",
  "first-set": "first set here",
  add: "add `{field}`",
  remove: "remove `{text}`",
  nul: "a NUL character",
  "half-pair": "half of a surrogate pair",
});
