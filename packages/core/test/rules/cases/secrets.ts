import type { RuleCase } from "../rule-case.ts";

const compose = (environment: string): string =>
  `deploy_docker_compose A {\n  services: [{ name: "a", image: "a:1" }]\n  environment: { ${environment} }\n}`;

export const secretCases: readonly RuleCase[] = [
  {
    rule: "secret-literal",
    broken: compose(`DB_PASSWORD: "hunter2", PORT: "80"`),
    at: '"hunter2"',
    says: "the value of `DB_PASSWORD` is a secret that stands in the model",
    kept: [
      compose(`DB_PASSWORD_FILE: "/run/secrets/db"`),
      compose(`DB_PASSWORD: ""`),
      compose(`PASSWORDLESS: "true", TOKENS_PER_SECOND: "5", CACHE_KEY: "orders"`),
      `service_discovery A { registry: "consul", metadata: { token: "no variable" } }`,
    ],
    repairs: [
      { help: /write `(secret\("store\/key"\))`/, replace: '"hunter2"', by: (call = "") => call },
      { help: /or `(env\("NAME"\))`/, replace: '"hunter2"', by: (call = "") => call },
    ],
  },
  {
    rule: "secret-literal",
    broken: `deploy_kubernetes A { environment: { "aws.secretKey": "AKIA" } }`,
    at: '"AKIA"',
    says: "the value of `aws.secretKey` is a secret that stands in the model",
    kept: [],
    repairs: [{ help: /write `(secret\("store\/key"\))`/, replace: '"AKIA"', by: (call = "") => call }],
  },
  {
    rule: "password-in-url",
    broken: compose(`DATABASE_URL: "postgres://shop:hunter2@db:5432/shop"`),
    at: '"postgres://shop:hunter2@db:5432/shop"',
    says: "the URL in `DATABASE_URL` has a password in it, and stands in the model",
    kept: [
      compose(`REDIS_URL: "redis://redis:6379/0?note=a:b@c"`),
      compose(`DATABASE_URL: "postgres://shop@db:5432/shop"`),
      compose(`MAIL: "mailto:someone@example.org"`),
    ],
    repairs: [{ help: /remove the password from the URL/, replace: ":hunter2", by: () => "" }],
  },
  {
    // Redis knows a password without a user; free JSON is looked into as well.
    rule: "password-in-url",
    broken: `fault_tolerance A {\n  fallback: { default_response: { from: "redis://:hunter2@redis:6379" } }\n}`,
    at: '"redis://:hunter2@redis:6379"',
    says: "the URL in `from` has a password in it, and stands in the model",
    kept: [],
    repairs: [{ help: /remove the password from the URL/, replace: ":hunter2@", by: () => "" }],
  },
];
