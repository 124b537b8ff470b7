import { java, print, type Printed } from "@dpm/print";
import type { Policy } from "../model.ts";
import { component, ownNumbers } from "./own-numbers.ts";
import { hasNumbers, registryImports, springArguments, springParameters } from "./policy/construction.ts";
import { shapeOf } from "./policy/shape.ts";

const { code } = java;

/** The policy as a bean. */
export function configuration(policy: Policy): Printed {
  const shape = shapeOf(policy);
  const { names } = policy;
  const type = java.ident(names.policy);
  const provided = code`ObjectProvider<${type}.Failures> failures`;
  const chosen = code`failures.getIfAvailable(() -> ${type}::isInputOutputOrTime)`;
  const made = code`
    /** Makes the policy of ${java.javadocText(policy.name)} a bean${shape.failures ? java.javadocText("; a bean of its Failures replaces the default ones") : undefined}. */
    @Configuration(proxyBeanMethods = false)
    ${hasNumbers(shape) && code`@EnableConfigurationProperties(${java.ident(names.properties)}.class)`}
    public class ${java.ident(names.configuration)} {
        @Bean
        public ${type} ${java.ident(java.memberName(names.policy))}(
                ${springParameters(shape, provided)}) {
            return new ${type}(
                    ${springArguments(shape, chosen)});
        }
    }
  `;
  const imports = [
    ...registryImports(shape),
    ...(shape.failures ? ["org.springframework.beans.factory.ObjectProvider"] : []),
    ...(hasNumbers(shape) ? ["org.springframework.boot.context.properties.EnableConfigurationProperties"] : []),
    "org.springframework.context.annotation.Bean",
    "org.springframework.context.annotation.Configuration",
  ];
  return print(java.file({ packageName: names.packageName, imports, types: [made] }));
}

/** The record that the policy's own numbers are bound to; nothing where there are none. */
export function properties({ names, ...policy }: Policy): Printed | undefined {
  const parts = ownNumbers({ names, ...policy }).map(component);
  if (parts.length === 0) return undefined;
  const made = code`
    /** Numbers for which Resilience4j has no keys. */
    @ConfigurationProperties(${java.str(`dpm.${names.key}`)})
    public record ${java.ident(names.properties)}(${java.commas(parts.map((one) => one.code))}) {}
  `;
  const imports = [
    "org.springframework.boot.context.properties.ConfigurationProperties",
    ...parts.flatMap((one) => one.uses),
  ];
  return print(java.file({ packageName: names.packageName, imports, types: [made] }));
}
