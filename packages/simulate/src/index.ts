export { outageOf, worstOutage, type Outage } from "./outage.ts";
export { acting } from "./acting.ts";
export { amplification, type Amplification, type AmplificationOptions } from "./amplification.ts";
export { parseBehaviour } from "./behaviour.ts";
export type { Problem } from "./check.ts";
export { gatewayLimit, gatewayServers } from "./gateway.ts";
export type {
  ActingLayer,
  Backend,
  BackendBehaviour,
  Host,
  Limit,
  Outcome,
  OutcomeName,
  Scenario,
  Servers,
} from "./scenario.ts";
export { parseScript } from "./script.ts";
export { simulate } from "./simulate.ts";
export { renderTable, type TableOptions } from "./table.ts";
export {
  toJson,
  type Answer,
  type BreakerState,
  type EventType,
  type Failure,
  type RequestTrace,
  type Substitute,
  type Trace,
  type TraceEvent,
  type TraceJson,
} from "./trace.ts";
export { layersOf, waysTo, type Roles, type Way } from "./ways.ts";
