import { java } from "@dpm/print";
import type { Names } from "../model.ts";
import type { Options } from "../options.ts";

/**
 * `OrderService` is OrderServicePolicy in `com.example.orderservice`, and `dpm.order-service` in application.yml. The
 * class of one caller, `Front`, is FrontToOrderServicePolicy beside it.
 */
export function namesOf(
  component: string,
  { group, package: chosen }: Pick<Options, "group" | "package">,
  caller?: string,
): Names {
  const words = caller === undefined ? [component] : [caller, "to", component];
  return {
    packageName: chosen ?? java.packageName(group, java.memberName(component)),
    policy: java.className(...words, "policy"),
    properties: java.className(...words, "properties"),
    configuration: java.className(...words, "policy", "configuration"),
    test: java.className(...words, "policy", "test"),
    // The words of the name, as Spring wants them.
    key: java.constantName(words.join(" ")).toLowerCase().replaceAll("_", "-").replace(/^-+/, ""),
  };
}

/** What Resilience4j's instances are called. No component's name has a space, so none of them is called so too. */
export function instanceOf(component: string, caller?: string): string {
  return caller === undefined ? component : `${caller} to ${component}`;
}
