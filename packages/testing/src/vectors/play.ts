import { compile, componentOf, facet, parseDuration, type Component, type Model } from "@dpm/core";
import {
  acting,
  gatewayLimit,
  gatewayServers,
  simulate,
  type ActingLayer,
  type Outcome,
  type Scenario,
  type Trace,
} from "@dpm/simulate";
import type { Vector, VectorBackend, VectorLayer, VectorOutcome } from "./vector.ts";

/** A vector as the model's own interpreter plays it. */
export interface Played {
  readonly model: Model;
  readonly scenario: Scenario;
  readonly trace: Trace;
}

/** Compiles a vector's model and plays its script. A vector that cannot be played is a mistake in the vector: it throws. */
export function play(vector: Vector): Played {
  const model = modelOf(vector);
  const scenario = scenarioOf(vector, model);
  const trace = simulate(scenario);
  if ("problem" in trace) throw new Error(`${vector.name}: ${trace.problem.path}: ${trace.problem.message}`);
  return { model, scenario, trace };
}

function modelOf({ name, dpm }: Vector): Model {
  const { model, diagnostics } = compile({ sources: [{ name: "vector.dpm", text: dpm }] });
  const error = diagnostics.find((one) => one.severity === "error");
  if (error) throw new Error(`${name}: ${error.code}: ${error.message}`);
  return model;
}

/** What `simulate` plays for a vector, with all times in microseconds. */
export function scenarioOf(vector: Vector, model: Model): Scenario {
  const callee = componentOf(model, vector.component);
  if (!callee) throw new Error(`${vector.name}: the model has no ${vector.component}`);
  const { requests = 1, callers = 1, gap = "0ms", idempotent = true } = vector;
  const play = { backend: backendOf(vector.backend), requests, callers, gap: microseconds(gap), idempotent };
  if (!vector.layers) return { ...play, policy: callee.policy };
  return { ...play, layers: vector.layers.map((one) => layerOf(one, callee, model)) };
}

function layerOf({ layer, does }: VectorLayer, callee: Component, model: Model): ActingLayer {
  const policy = acting(callee.policy, does);
  if (layer !== "gateway") return { name: layer, layer, policy };
  const gateway = model.components
    .map((one) => facet(one, "load_balancer"))
    .find((one) => one?.calls?.includes(callee.name));
  const servers = gateway && gatewayServers(gateway, policy.retry);
  const limit = gateway && gatewayLimit(gateway);
  return { name: layer, layer, policy, ...(servers && { servers }), ...(limit && { limit }) };
}

function backendOf({ script, hosts = {}, concurrency }: VectorBackend): Scenario["backend"] {
  const limited = concurrency === undefined ? {} : { concurrency };
  if (script) return { behaviour: "script", script: script.map(outcomeOf), ...limited };
  const scripts = Object.entries(hosts).map(([host, outcomes]) => [host, outcomes.map(outcomeOf)] as const);
  return { behaviour: "hosts", hosts: Object.fromEntries(scripts), ...limited };
}

function outcomeOf({ outcome, after }: VectorOutcome): Outcome {
  return after === undefined ? { outcome } : { outcome, after: microseconds(after) };
}

function microseconds(text: string): number {
  const time = parseDuration(text);
  if ("problem" in time) throw new Error(`${text} is no duration`);
  return time.value;
}
