import { java } from "@dpm/print";
import type { Policy } from "../../model.ts";
import type { JavaText } from "../part.ts";

const { code } = java;

/** What a policy is made of: decides which methods there are and what they hand on. */
export interface Shape extends Policy {
  /** A deadline can only cut off work that has a thread of its own. */
  readonly threads: boolean;
  /** The bulkhead's place is held by the caller and by its threads. */
  readonly permit: boolean;
  /** Whether anything depends on which exceptions are failures. */
  readonly failures: boolean;
}

export function shapeOf(policy: Policy): Shape {
  const threads = policy.totalTimeout !== undefined || policy.attemptTimeout !== undefined;
  return {
    ...policy,
    threads,
    permit: threads && policy.bulkhead !== undefined,
    failures: policy.retry !== undefined || policy.breaker !== undefined || policy.fallback !== undefined,
  };
}

/** The methods that wrap one another, outermost first. */
export type Level = "bulkhead" | "retry" | "attempt" | "work";

/** The call of the nearest method that there is, from a level inwards. */
export function inward(shape: Shape, level: Level): JavaText {
  switch (level) {
    case "bulkhead":
      return shape.bulkhead ? code`inBulkhead(${handed(shape, "bulkhead")})` : inward(shape, "retry");
    case "retry":
      return shape.retry ? code`attempts(${handed(shape, "retry")})` : inward(shape, "attempt");
    case "attempt":
      return shape.threads || shape.breaker ? code`attempt(${handed(shape, "attempt")})` : inward(shape, "work");
    case "work":
      return code`work.call()`;
  }
}

/** The arguments of a level's method. */
function handed(shape: Shape, level: Level): JavaText {
  return java.commas(parameterList(shape, level).map((one) => java.ident(one.name)));
}

/** The parameters of a level's method. */
export function parameters(shape: Shape, level: Level): JavaText {
  return java.commas(parameterList(shape, level).map((one) => one.declaration));
}

function parameterList(
  shape: Shape,
  level: Level,
): readonly { readonly name: string; readonly declaration: JavaText }[] {
  return [
    ...(shape.totalTimeout ? [{ name: "deadline", declaration: code`long deadline` }] : []),
    ...(shape.permit && level !== "bulkhead" ? [{ name: "permit", declaration: code`Permit permit` }] : []),
    ...(shape.retry && level !== "attempt" ? [{ name: "idempotent", declaration: code`boolean idempotent` }] : []),
    { name: "work", declaration: code`Callable<? extends T> work` },
  ];
}
