// Made by tools/generate.ts of the files beside it: change those, then run it again.
import type { BlockKind } from "../fields/block.ts";
import { adaptiveLoadBalancer, type AdaptiveLoadBalancer } from "./adaptive_load_balancer.ts";
import { alerts, type Alerts } from "./alerts.ts";
import { benchmark, type Benchmark } from "./benchmark.ts";
import { chaosEngineering, type ChaosEngineering } from "./chaos_engineering.ts";
import { consistency, type Consistency } from "./consistency.ts";
import { deployDockerCompose, type DeployDockerCompose } from "./deploy_docker_compose.ts";
import { deployKubernetes, type DeployKubernetes } from "./deploy_kubernetes.ts";
import { distributedCache, type DistributedCache } from "./distributed_cache.ts";
import { distributedLock, type DistributedLock } from "./distributed_lock.ts";
import { distributedTransaction, type DistributedTransaction } from "./distributed_transaction.ts";
import { dynamicConsistency, type DynamicConsistency } from "./dynamic_consistency.ts";
import { eventDrivenPattern, type EventDrivenPattern } from "./event_driven_pattern.ts";
import { faultTolerance, type FaultTolerance } from "./fault_tolerance.ts";
import { formalVerification, type FormalVerification } from "./formal_verification.ts";
import { generateGo, type GenerateGo } from "./generate_go.ts";
import { generateJava, type GenerateJava } from "./generate_java.ts";
import { generateNodejs, type GenerateNodejs } from "./generate_nodejs.ts";
import { generateTests, type GenerateTests } from "./generate_tests.ts";
import { loadBalancer, type LoadBalancer } from "./load_balancer.ts";
import { messageQueue, type MessageQueue } from "./message_queue.ts";
import { metrics, type Metrics } from "./metrics.ts";
import { microservicePattern, type MicroservicePattern } from "./microservice_pattern.ts";
import { multiLevelFaultTolerance, type MultiLevelFaultTolerance } from "./multi_level_fault_tolerance.ts";
import { serviceDiscovery, type ServiceDiscovery } from "./service_discovery.ts";
import { verifyConsistency, type VerifyConsistency } from "./verify_consistency.ts";
import { verifyFaultTolerance, type VerifyFaultTolerance } from "./verify_fault_tolerance.ts";

export type {
  AdaptiveLoadBalancer,
  Alerts,
  Benchmark,
  ChaosEngineering,
  Consistency,
  DeployDockerCompose,
  DeployKubernetes,
  DistributedCache,
  DistributedLock,
  DistributedTransaction,
  DynamicConsistency,
  EventDrivenPattern,
  FaultTolerance,
  FormalVerification,
  GenerateGo,
  GenerateJava,
  GenerateNodejs,
  GenerateTests,
  LoadBalancer,
  MessageQueue,
  Metrics,
  MicroservicePattern,
  MultiLevelFaultTolerance,
  ServiceDiscovery,
  VerifyConsistency,
  VerifyFaultTolerance,
};

/** What a block of each kind is in the model. A plugin adds its own by `declare module "@dpm/core" { interface BlockKinds { ... } }`. */
export interface BlockKinds {
  readonly adaptive_load_balancer: AdaptiveLoadBalancer;
  readonly alerts: Alerts;
  readonly benchmark: Benchmark;
  readonly chaos_engineering: ChaosEngineering;
  readonly consistency: Consistency;
  readonly deploy_docker_compose: DeployDockerCompose;
  readonly deploy_kubernetes: DeployKubernetes;
  readonly distributed_cache: DistributedCache;
  readonly distributed_lock: DistributedLock;
  readonly distributed_transaction: DistributedTransaction;
  readonly dynamic_consistency: DynamicConsistency;
  readonly event_driven_pattern: EventDrivenPattern;
  readonly fault_tolerance: FaultTolerance;
  readonly formal_verification: FormalVerification;
  readonly generate_go: GenerateGo;
  readonly generate_java: GenerateJava;
  readonly generate_nodejs: GenerateNodejs;
  readonly generate_tests: GenerateTests;
  readonly load_balancer: LoadBalancer;
  readonly message_queue: MessageQueue;
  readonly metrics: Metrics;
  readonly microservice_pattern: MicroservicePattern;
  readonly multi_level_fault_tolerance: MultiLevelFaultTolerance;
  readonly service_discovery: ServiceDiscovery;
  readonly verify_consistency: VerifyConsistency;
  readonly verify_fault_tolerance: VerifyFaultTolerance;
}

/** Every kind that dpm knows by itself. */
export const blockKinds: readonly BlockKind[] = [
  adaptiveLoadBalancer,
  alerts,
  benchmark,
  chaosEngineering,
  consistency,
  deployDockerCompose,
  deployKubernetes,
  distributedCache,
  distributedLock,
  distributedTransaction,
  dynamicConsistency,
  eventDrivenPattern,
  faultTolerance,
  formalVerification,
  generateGo,
  generateJava,
  generateNodejs,
  generateTests,
  loadBalancer,
  messageQueue,
  metrics,
  microservicePattern,
  multiLevelFaultTolerance,
  serviceDiscovery,
  verifyConsistency,
  verifyFaultTolerance,
];
