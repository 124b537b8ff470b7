import { java, print, type Printed } from "@dpm/print";
import type { Policy } from "../model.ts";
import { attempts } from "./policy/attempts.ts";
import { calls } from "./policy/call.ts";
import { constants } from "./policy/constants.ts";
import { construction } from "./policy/construction.ts";
import { failures } from "./policy/failures.ts";
import { nested } from "./policy/nested.ts";
import { shapeOf, type Shape } from "./policy/shape.ts";
import { apart, type JavaText } from "./part.ts";

const { code } = java;

/** The policy class: its numbers, what callers see, then each wrapping from the outside inwards. */
export function policyClass(policy: Policy): Printed {
  const shape = shapeOf(policy);
  const body = apart(
    constants(policy),
    construction(shape),
    calls(shape),
    attempts(shape),
    failures(shape),
    nested(shape),
  );
  const name = java.ident(policy.names.policy);
  const type = code`
    ${doc(shape)}
    public final class ${shape.threads ? code`${name} implements AutoCloseable` : name} {
        ${body.code}
    }
  `;
  return print(java.file({ packageName: policy.names.packageName, imports: body.uses, types: [type] }));
}

function doc(shape: Shape): JavaText {
  const { caller, component } = shape;
  const name = java.javadocText(caller === undefined ? component : `${component} from ${caller}`);
  const wrapping = java.javadocText(order(shape));
  if (shape.others.length === 0) {
    return code`
      /**
       * Protects the calls to ${name}, in this order:
       * ${wrapping}.
       *
       * <p>One instance serves all callers of a process.
       */
    `;
  }
  const others = shape.others.map(({ concern, by }) => `${concern.replaceAll("_", " ")} by ${by}`).join(", ");
  return code`
    /**
     * Protects the calls to ${name}, in this order:
     * ${wrapping}.
     * Left to others: ${java.javadocText(others)}.
     *
     * <p>One instance serves all callers of a process.
     */
  `;
}

/** The order of wrapping, of what acts here. */
function order({ fallback, totalTimeout, bulkhead, retry, breaker, attemptTimeout }: Shape): string {
  const wrappings = [
    fallback && "Fallback",
    totalTimeout && "TotalTimeout",
    bulkhead && "Bulkhead",
    retry && "Retry",
    breaker && "CircuitBreaker",
    attemptTimeout && "AttemptTimeout",
  ].filter((one) => one !== undefined);
  return `${wrappings.map((one) => `${one}(`).join("")}call${")".repeat(wrappings.length)}`;
}
