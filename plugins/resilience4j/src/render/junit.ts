import { java, mark, print, type Printed } from "@dpm/print";
import type { Policy, PolicyTest, Scenario } from "../model.ts";
import { breaker, failing, fallback, normal, timeout } from "./junit/scenarios.ts";
import { apart, part, type Part } from "./part.ts";
import { shapeOf } from "./policy/shape.ts";

const { code } = java;

/** JUnit tests of a policy class, one per scenario. */
export function junit({ policy, asked, scenarios }: PolicyTest): Printed {
  const methods = apart(
    ...named(scenarios).map(({ scenario, method }) => test(scenario, method, policy)),
    scenarios.some(({ kind }) => kind === "breaker") && failing(),
  );
  const set = setUp(policy);
  const type = code`
    ${mark(code`class ${java.ident(policy.names.test)} {`, ...asked)}
        ${java.paragraphs([set.code, methods.code])}
    }
  `;
  const imports = [...set.uses, ...methods.uses];
  return print(java.file({ packageName: policy.names.packageName, imports, types: [type] }));
}

/** What a test class has already: its own methods, and those of every object. */
const taboo = [
  "close",
  "fail",
  "clone",
  "equals",
  "finalize",
  "getClass",
  "hashCode",
  "notify",
  "notifyAll",
  "toString",
  "wait",
];

/** Names from the model may become equal as methods. */
function named(scenarios: readonly Scenario[]): readonly { readonly scenario: Scenario; readonly method: string }[] {
  const taken = new Set(taboo);
  return scenarios.map((scenario) => {
    const method = java.memberName(scenario.name.value);
    let free = method;
    for (let number = 2; taken.has(free); number++) free = `${method}${number}`;
    taken.add(free);
    return { scenario, method: free };
  });
}

function setUp(policy: Policy): Part {
  const type = java.ident(policy.names.policy);
  const close = (what: string): Part =>
    part(
      code`
        @AfterEach
        void close() {
            ${java.ident(what)}.close();
        }
      `,
      "org.junit.jupiter.api.AfterEach",
    );
  if (policy.style === "java") {
    return apart(part(code`private final ${type} policy = new ${type}();`), shapeOf(policy).threads && close("policy"));
  }
  const context = code`
    private final ConfigurableApplicationContext context = SpringApplication.run(Application.class);
    private final ${type} policy = context.getBean(${type}.class);

    @EnableAutoConfiguration
    @Import(${java.ident(policy.names.configuration)}.class)
    static class Application {}
  `;
  const types = [
    "boot.SpringApplication",
    "boot.autoconfigure.EnableAutoConfiguration",
    "context.ConfigurableApplicationContext",
    "context.annotation.Import",
  ];
  return apart(part(context, ...types.map((one) => `org.springframework.${one}`)), close("context"));
}

function test(scenario: Scenario, method: string, policy: Policy): Part {
  const made = body(scenario, policy);
  const isOff = scenario.kind === "disabled";
  const name = mark(java.ident(method), scenario.name);
  const text = code`
    @Test
    ${isOff && code`@Disabled(${java.str(`${scenario.name.value.slice(0, 1000).toWellFormed()}: ${scenario.why}`)})`}
    ${isOff ? code`void ${name}() {` : code`void ${name}() throws Exception {`}
        ${made.code}
    }
  `;
  return part(text, "org.junit.jupiter.api.Test", ...(isOff ? ["org.junit.jupiter.api.Disabled"] : []), ...made.uses);
}

function body(scenario: Scenario, policy: Policy): Part {
  switch (scenario.kind) {
    case "normal":
      return normal();
    case "timeout":
      return timeout(policy);
    case "breaker":
      return breaker(scenario.opensAt);
    case "fallback":
      return policy.fallback ? fallback(policy.fallback) : part(code``);
    case "disabled":
      return part(code``);
  }
}
