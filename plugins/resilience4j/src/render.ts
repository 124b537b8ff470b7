import type { Printed } from "@dpm/print";
import type { Project } from "./model.ts";
import { applicationYml, type Overlay } from "./render/application-yml.ts";
import { junit } from "./render/junit.ts";
import { policyClass } from "./render/policy.ts";
import { pom } from "./render/pom.ts";
import { configuration, properties } from "./render/spring.ts";

/** One file of the output folder. */
export interface File {
  readonly path: string;
  readonly content: Printed;
  readonly mode: "generated" | "scaffold";
}

/** A Maven project: its pom, the policy classes, their tests, in Spring also their numbers and beans. */
export function render(project: Project, overlay: Overlay): readonly File[] {
  const file = (path: string, content: Printed): File => ({ path, content, mode: "generated" });
  const java = (packageName: string, name: string, root = "main"): string =>
    `src/${root}/java/${packageName.replaceAll(".", "/")}/${name}.java`;
  const classes = project.policies.flatMap((policy) => {
    const { packageName, ...names } = policy.names;
    const numbers = properties(policy);
    return [
      file(java(packageName, names.policy), policyClass(policy)),
      ...(project.style === "spring" ? [file(java(packageName, names.configuration), configuration(policy))] : []),
      ...(project.style === "spring" && numbers ? [file(java(packageName, names.properties), numbers)] : []),
    ];
  });
  const tests = project.tests.map((test) =>
    file(java(test.policy.names.packageName, test.policy.names.test, "test"), junit(test)),
  );
  return [
    { path: "pom.xml", content: pom(project), mode: "scaffold" },
    ...classes,
    ...(project.style === "spring"
      ? [file("src/main/resources/application.yml", applicationYml(project.policies, overlay))]
      : []),
    ...tests,
  ];
}
