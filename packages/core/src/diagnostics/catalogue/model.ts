import { defineDiagnostics } from "../define.ts";
import { definePhrases } from "../phrases.ts";

/** What can be wrong between blocks, and why a target owns a concern. */
export const modelProblems = defineDiagnostics("core", {
  "unknown-kind": {
    severity: "error",
    message: "there is no block kind `{kind}`",
    help: "use one of the kinds that dpm and the configured plugins know, or configure the plugin that brings `{kind}`",
  },
  "bad-name": {
    severity: "error",
    message:
      "a block's name begins with a letter or `_` and goes on with letters, digits, `_`, `-` or `.`, at most 100 of them",
    help: "rename the block, for example `OrderService`",
  },
  "duplicate-block": {
    severity: "error",
    message: "`{kind} {name}` is declared twice",
    help: "merge the two blocks, or rename one of them",
  },
  "similar-names": {
    severity: "warning",
    message: "`{one}` and `{other}` differ only in how their words are joined, so they are two components",
    help: "write the same name in both places if one component is meant",
  },
  "dangling-reference": {
    severity: "error",
    message: "there is no component `{name}`",
    help: "declare a block named `{name}`, or name a component that exists",
  },
  "undefined-component": {
    severity: "warning",
    message: "there is no component `{name}`: no block has that name",
    help: {
      write: "write `{near}` if that is meant, or declare a block named `{name}`",
      declare: "declare a block named `{name}`, or remove it here",
    },
  },
  "target-not-configured": {
    severity: "warning",
    message: "the block is only for target `{target}`, which is not configured",
    help: {
      write: "write `{near}` if that is meant, or configure the target `{target}`",
      add: "configure the target `{target}`, or remove it here",
    },
  },
  "pattern-not-made": {
    severity: "warning",
    message: "`{kind}` cannot be made of defaults alone: it needs {needs}",
    help: "declare `{kind} {service} { ... }`, or remove the pattern",
  },
  "ambiguous-reference": {
    severity: "error",
    message: "`{name}` may mean {candidates}",
    help: "write the name exactly as it is declared",
  },
  "calls-itself": { severity: "error", message: "`{name}` calls itself", help: "remove `{name}` from its own `calls`" },
  "unknown-owner": {
    severity: "error",
    message: "`{choice}` cannot own {concern} of the calls to `{callee}`",
    help: "choose a configured target on the edge that can, or a layer",
  },
  "owner-not-followed": {
    severity: "note",
    message: "`{choice}` cannot own {concern} of the calls from `{caller}` to `{callee}`: {instead}",
    help: "choose an owner that is on the way from every caller if all calls are to be alike",
  },
  "retried-twice": {
    severity: "warning",
    message:
      "calls from `{caller}` to `{callee}` are retried twice over, up to {attempts} attempts: by {outer}, and by {inner}, which retries for `{other}` and wraps these calls too",
    help: "name only one of the two processes in `components` of the target, or choose an owner of retry that is on both ways",
  },
  "owner-of-nothing": {
    severity: "warning",
    message: "`{callee}` has no {concern}, so nobody can own it",
    help: "remove the choice, or add `{concern}` to its `fault_tolerance`",
  },
  "same-layer": {
    severity: "warning",
    message:
      "targets `{first}` and `{second}` are both {layer}, and both are for {components}: only `{first}` acts there",
    help: "say which components each of them is for: `components: [...]`",
  },
  "configured-name-unknown": {
    severity: "warning",
    message: "the configuration's {where} name `{name}`, but there is no such component",
    help: "write a component's name exactly as its blocks do",
  },
  "owner-first": {
    severity: "note",
    message: "`{target}` owns {concern}: the first of in_process, rpc, mesh, gateway that is on the edge and can",
  },
  "owner-chosen": { severity: "note", message: "`{target}` owns {concern}: chosen by the block" },
  "owner-configured": { severity: "note", message: "`{target}` owns {concern}: chosen by the configuration" },
});

/** What stands in these messages, and beside them. */
export const modelPhrases = definePhrases("core", {
  "choose-one-of": "choose one of: {targets}",
  "remove-choice": "remove the choice: no configured target on the way to it can",
  "owns-it": "`{target}` owns it there",
  "nobody-owns-it": "nobody owns it there",
  "in-process": "`{target}` in the process of `{process}`",
  "in-layer": "`{target}` in the {layer}",
});
