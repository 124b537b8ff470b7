import { concerns } from "../2-normalize/model.ts";
import { closed, type Schema } from "./type-schema.ts";

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const text: Schema = { type: "string" };
const listOf = (items: Schema): Schema => ({ type: "array", items });
const microseconds: Schema = { type: "integer", minimum: 0, description: "Microseconds." };
const count: Schema = { type: "integer", minimum: 1 };

/** What the model is made of besides the blocks, which come from their kinds. */
export const modelShape: Readonly<Record<string, Schema>> = {
  model: {
    description: "The whole system: references resolved, units and defaults settled.",
    ...closed({ components: listOf(ref("component")), blocks: listOf(ref("standing")), edges: listOf(ref("edge")) }, [
      "components",
      "blocks",
      "edges",
    ]),
  },
  component: {
    description: "All blocks of exactly one name.",
    ...closed(
      {
        name: text,
        serviceName: { ...text, description: "The name as hosts and services spell it." },
        facets: { ...listOf(ref("block")), description: "In the order of the sources." },
        policy: ref("policy"),
      },
      ["name", "serviceName", "facets", "policy"],
    ),
  },
  standing: { ...ref("block"), description: "A block that belongs to no component." },
  edge: {
    description: "A way that calls go.",
    ...closed(
      {
        from: { enum: ["anyone", "gateway", "service"] },
        caller: { ...text, description: "Absent on an edge from anyone." },
        callee: text,
        owners: {
          description: "Who owns each concern; absent where no configured target can.",
          type: "object",
          propertyNames: ref("concern"),
          additionalProperties: ref("owner"),
        },
        layers: { ...listOf(ref("edgeLayer")), description: "Outermost first." },
      },
      ["from", "callee", "owners", "layers"],
    ),
  },
  edgeLayer: closed({ target: text, layer: ref("layer"), concerns: listOf(ref("concern")) }, [
    "target",
    "layer",
    "concerns",
  ]),
  owner: closed({ target: text, layer: ref("layer"), why: ref("reason") }, ["target", "layer", "why"]),
  reason: {
    description: "Why this one, as a text of the catalogue and what it is filled with.",
    ...closed(
      {
        code: { ...text, pattern: "^[^/]+/[a-z0-9-]+$" },
        message: text,
        params: { type: "object", additionalProperties: { anyOf: [text, { type: "number" }, listOf(text)] } },
      },
      ["code", "message", "params"],
    ),
  },
  concern: { description: "What exactly one layer of an edge may do.", enum: concerns },
  layer: {
    description: "Where a target acts.",
    enum: ["in_process", "rpc", "mesh", "gateway", "registry", "platform"],
  },
  policy: {
    description: "What protects the calls to a component. What is absent does not act.",
    ...closed(
      {
        retry: { $ref: "#/$defs/fault_tolerance/properties/retry" },
        timeout: closed({ total: microseconds, perAttempt: microseconds, connect: microseconds }, ["connect"]),
        breaker: closed({ trip: ref("trip"), window: ref("window"), resetTimeout: microseconds, probes: probes() }, [
          "trip",
          "window",
          "resetTimeout",
          "probes",
        ]),
        fallback: closed(
          {
            chain: {
              ...listOf({ enum: ["cache", "default_response", "empty"] }),
              description: "Tried in this order; then the original error.",
            },
            cacheTtl: microseconds,
            defaultResponse: {},
            empty: { enum: ["null", "list", "object", "status"] },
          },
          ["chain", "cacheTtl", "empty"],
        ),
        bulkhead: closed({ maxConcurrentCalls: count, maxWait: microseconds }, ["maxConcurrentCalls", "maxWait"]),
        idempotent: { type: "boolean" },
      },
      ["timeout", "idempotent"],
    ),
  },
  trip: {
    description: "What opens a breaker.",
    oneOf: [
      {
        description: "Opens at failures / total >= failures / of, among at least `minimum` calls.",
        ...closed({ kind: { const: "rate" }, failures: { type: "integer", minimum: 0 }, of: count, minimum: count }, [
          "kind",
          "failures",
          "of",
          "minimum",
        ]),
      },
      {
        description: "Opens at so many failures in the window, among at least `minimum` calls.",
        ...closed({ kind: { const: "count" }, failures: count, minimum: count }, ["kind", "failures", "minimum"]),
      },
      {
        description: "Opens at so many failures in a row.",
        ...closed({ kind: { const: "consecutive" }, failures: count }, ["kind", "failures"]),
      },
    ],
  },
  window: {
    description: "Over which calls failures are counted.",
    oneOf: [
      closed({ kind: { const: "time" }, length: microseconds }, ["kind", "length"]),
      closed({ kind: { const: "calls" }, size: count }, ["kind", "size"]),
    ],
  },
};

function probes(): Schema {
  return {
    type: "integer",
    minimum: 0,
    description: "How many probes must succeed to close it; 0 keeps it open until it is reset by hand.",
  };
}
