import { java } from "@dpm/print";
import type { Names } from "../model.ts";
import type { Options } from "../options.ts";

/** `OrderService` is OrderServicePolicy in `com.example.orderservice`, and `dpm.order-service` in application.yml. */
export function namesOf(component: string, { group, package: chosen }: Pick<Options, "group" | "package">): Names {
  return {
    packageName: chosen ?? java.packageName(group, java.memberName(component)),
    policy: java.className(component, "policy"),
    properties: java.className(component, "properties"),
    configuration: java.className(component, "policy", "configuration"),
    test: java.className(component, "policy", "test"),
    // The words of the name, as Spring wants them.
    key: java.constantName(component).toLowerCase().replaceAll("_", "-").replace(/^-+/, ""),
  };
}
