import { expect, test } from "vitest";
import { dpm, project } from "./dpm.ts";

const model = `fault_tolerance OrderService {
  retry: { max_attempts: 3, backoff: "exponential", initial_delay: "100ms", multiplier: 2.0, max_delay: "1s" }
  timeout: { total: "2s", per_attempt: "500ms" }
  circuit_breaker: { failure_threshold: 5, minimum_request_count: 10, sliding_window: "10s", reset_timeout: "30s" }
  fallback: { strategy: "default_response", default_response: { status: "degraded" } }
}
`;
const cwd = project({
  "main.dpm": model,
  "two.dpm": `${model}${model.replace("OrderService", "Billing")}`,
  "said.dpm": model.replace("retry:", "idempotent: true\n  retry:"),
  "none.dpm": 'load_balancer Gateway { servers: ["10.0.0.1:80"] }',
  "broken.dpm": "fault_tolerance { retry",
  "failing.json": '[{ "outcome": "error", "after": "20ms" }]',
  "ten-good.json": JSON.stringify([
    ...Array.from({ length: 10 }, () => ({ outcome: "ok", after: "1ms" })),
    { outcome: "error" },
  ]),
  "bad.json": '[{ "outcome": "eror" }]',
  "odd.json": '[{ "outcome": "ok" }, { "outcome": "okk" }]',
  "number.json": '[{ "outcome": 3 }]',
  "broken.json": "[",
});

interface Played {
  readonly requests: readonly {
    readonly calls: number;
    readonly answer: string;
    readonly breaker: string;
    readonly startedAt: number;
    readonly endedAt: number;
  }[];
  readonly backendCalls: number;
}

async function played(...args: readonly string[]): Promise<Played> {
  const { code, stdout, stderr } = await dpm(["simulate", ...args, "--format", "json"], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout) as Played;
}

const seen = ({ requests }: Played): readonly number[] =>
  requests.map((_, index) => requests.slice(0, index + 1).reduce((sum, one) => sum + one.calls, 0));

test("a backend that is down sees 3, 6, 9, 10 and 10 calls", async () => {
  const { stdout, code } = await dpm(["simulate", "OrderService", "main.dpm", "--backend", "down", "--requests", "5"], {
    cwd,
  });
  expect(code).toBe(0);
  expect(stdout).toBe(
    [
      "OrderService · backend down · 5 requests",
      "",
      "  request   calls   backend has seen   answer             breaker",
      "  1         ●●●     3                  default_response   closed",
      "  2         ●●●     6                  default_response   closed",
      "  3         ●●●     9                  default_response   closed",
      "  4         ●       10                 default_response   open for 30 s",
      "  5                 10                 default_response   open",
      "",
    ].join("\n"),
  );
  expect(seen(await played("OrderService", "main.dpm", "--backend", "down", "--requests", "5"))).toEqual([
    3, 6, 9, 10, 10,
  ]);
});

test("a script of failures is played call by call, in virtual milliseconds", async () => {
  const run = await played("OrderService", "main.dpm", "--script", "failing.json", "--requests", "5");
  expect(seen(run)).toEqual([3, 6, 9, 10, 10]);
  expect(run.requests[0]).toMatchObject({ startedAt: 0, endedAt: 360, answer: "fallback", breaker: "closed" });
});

test("after ten successes the breaker opens at the twentieth call", async () => {
  const run = await played("OrderService", "main.dpm", "--script", "ten-good.json", "--requests", "15");
  expect(run.backendCalls).toBe(20);
  expect(run.requests.slice(0, 10).every((one) => one.answer === "ok")).toBe(true);
});

test("how slow a slow backend is stands in the title, and is what the run has", async () => {
  const args = ["OrderService", "main.dpm", "--backend", "slow", "--requests", "1"];
  const { stdout } = await dpm(["simulate", ...args], { cwd });
  expect(stdout).toMatch(/^OrderService · backend slow, which answers after 1\.5 s · 1 request/);
  // Without a limit of its own, a request takes as long as the backend.
  const untimed = project({ "main.dpm": "fault_tolerance A { retry: 1 }" });
  const title = (await dpm(["simulate", "--backend", "slow", "--requests", "1"], { cwd: untimed })).stdout;
  const run = await dpm(["simulate", "--backend", "slow", "--requests", "1", "--format", "json"], { cwd: untimed });
  expect(title).toContain("backend slow, which answers after 3 s");
  expect((JSON.parse(run.stdout) as Played).requests[0]).toMatchObject({ startedAt: 0, endedAt: 3000, answer: "ok" });
});

test("the gap is between the end of a request and the next", async () => {
  const run = await played("OrderService", "main.dpm", "--script", "ten-good.json", "--requests", "2", "--gap", "1s");
  expect(run.requests.map((one) => one.startedAt)).toEqual([0, 1001]);
});

test("ten concurrent callers of a hanging backend open the breaker", async () => {
  const run = await played("OrderService", "main.dpm", "--backend", "hang", "--callers", "10", "--requests", "10");
  expect(run.requests.some((one) => one.breaker === "open")).toBe(true);
});

test("that requests can be repeated is said where it is assumed, and where the model says it is not", async () => {
  const title = async (...args: readonly string[]) =>
    (await dpm(["simulate", ...args, "--backend", "hang"], { cwd })).stdout.split("\n")[0];
  expect(await title("OrderService", "main.dpm")).toBe(
    "OrderService · backend hang · 5 requests · that can be repeated, as GET can",
  );
  expect(await title("OrderService", "said.dpm")).toBe("OrderService · backend hang · 5 requests");
});

test("the component is found by its words", async () => {
  const [byWords, byName] = await Promise.all(
    ["order_service", "OrderService"].map((name) => played(name, "main.dpm", "--requests", "1")),
  );
  expect(byWords).toEqual(byName);
});

test.each([
  [["OrdrService", "main.dpm"], "cli/unknown-component", "write `OrderService` if that is meant"],
  [["Florb", "main.dpm"], "cli/unknown-component", "name one of: OrderService"],
  [["OrderService", "main.dpm", "--backend", "up"], "cli/bad-scenario", "`up` is no behaviour"],
  [["OrderService", "main.dpm", "--backend", "flaky=2"], "cli/bad-scenario", "flaky=<ratio from 0 to 1>"],
  [["OrderService", "main.dpm", "--gap", "soon"], "cli/bad-scenario", "`soon` is no duration"],
  [
    ["OrderService", "main.dpm", "--script", "bad.json"],
    "cli/bad-scenario",
    "`--script bad.json` makes no sense: [0].outcome",
  ],
  [["OrderService", "main.dpm", "--script", "bad.json"], "cli/bad-scenario", "write `error` if that is meant"],
  [["OrderService", "main.dpm", "--script", "odd.json"], "cli/bad-scenario", "write `ok` if that is meant"],
  [["OrderService", "main.dpm", "--script", "number.json"], "cli/bad-scenario", "run `dpm help simulate`"],
  [["OrderService", "main.dpm", "--callers", "100000000"], "cli/bad-scenario", "`--callers` makes no sense"],
  [["OrderService", "main.dpm", "--requests", "100000000"], "cli/bad-scenario", "`--requests` makes no sense"],
  [["OrderService", "main.dpm", "--script", "broken.json"], "cli/script-unreadable", "cannot be read"],
  [["OrderService", "main.dpm", "--script", "missing.json"], "cli/script-unreadable", "there is no such file"],
  [["Gateway", "missing.dpm"], "workspace/input-missing", "there is no file `missing.dpm`"],
])("simulate %j is refused: %s", async (args, code, text) => {
  const ending = await dpm(["simulate", ...args], { cwd });
  expect(ending).toMatchObject({ code: 2, stdout: "" });
  expect(ending.stderr).toContain(`error ${code}`);
  expect(ending.stderr).toContain(text);
});

test("where several components or none have a policy, one must be named", async () => {
  const alone = (text: string) => project({ "main.dpm": text });
  const several = await dpm(["simulate"], { cwd: alone(`${model}${model.replace("OrderService", "Billing")}`) });
  expect(several.stderr).toContain("name one of: OrderService, Billing");
  const none = await dpm(["simulate"], { cwd: alone('load_balancer Gateway { servers: ["10.0.0.1:80"] }') });
  expect(none.stderr).toContain("error cli/no-policy");
  const only = await dpm(["simulate"], { cwd: alone(model) });
  expect(only.stdout).toContain("OrderService · backend down · 5 requests");
  const seven = await dpm(["simulate", "--callers", "7"], { cwd: alone(model) });
  expect(seven.stdout).toContain("OrderService · backend down · 7 requests · 7 callers");
});

test("a broken model is told as diagnostics, as JSON where JSON was asked for", async () => {
  const { code, stdout } = await dpm(["simulate", "OrderService", "broken.dpm", "--format", "json"], { cwd });
  expect(code).toBe(1);
  expect(Object.keys(JSON.parse(stdout) as object)).toEqual(["diagnostics"]);
});
