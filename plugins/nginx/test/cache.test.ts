import { once } from "node:events";
import { request, type IncomingHttpHeaders, type IncomingMessage, type OutgoingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { describeEngine, type Engine } from "@dpm/testing";
import { describe, expect, test } from "vitest";
import { startGateway, type Gateway } from "./gateway.ts";

const dpm = `load_balancer Gateway {
  calls: [Shop]
  servers: ["10.0.0.1:8080"]
}
fault_tolerance Shop { fallback: { strategy: "useCache", default_response: "nobody's" } }`;

const alice = { authorization: "Bearer alice" };
const bob = { authorization: "Bearer bob" };
/** What nginx's own conditions take for nothing. */
const zero = { authorization: "0" };
const withCookie = (name: string) => ({ cookie: `session=${name}` });

/** A server that tells its clients apart: each answer says for whom it is, and which one it is. */
async function personal(nginx: Engine): Promise<Gateway> {
  const extra: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    "/login": { "set-cookie": "session=somebody" },
    "/private": { "cache-control": "private" },
  };
  const gateway = await startGateway(nginx, {
    dpm,
    servers: [({ headers, path }, index) => ({ body: `${nameOf(headers)} ${index}`, headers: extra[path] ?? {} })],
  });
  return gateway;
}

function nameOf({ authorization, cookie, host }: IncomingHttpHeaders): string {
  return authorization?.replace("Bearer ", "") ?? cookie?.replace("session=", "") ?? `anyone at ${host ?? ""}`;
}

/** What a client with these headers is answered. */
async function ask(url: string, headers: OutgoingHttpHeaders = {}): Promise<string> {
  const sent = request(url, { headers });
  sent.end();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  return text(response);
}

describe.each(["nginx-1.22", "nginx-1.31"])("%s", (name) => {
  describeEngine(name, (nginx) => {
    test("while all is well, nobody is answered what another one was told", async () => {
      const gateway = await personal(nginx);
      try {
        const answers: string[] = [];
        const clients = [alice, bob, {}, alice, withCookie("carol"), withCookie("dave"), zero];
        for (const headers of clients) answers.push(await ask(gateway.url, headers));
        expect(answers).toEqual(["alice 0", "bob 1", "anyone at 127.0.0.1 2", "alice 3", "carol 4", "dave 5", "0 6"]);
      } finally {
        await gateway.stop();
      }
    });

    test("while the server is down, only who has no credentials is answered from the cache, and only what such a one was told", async () => {
      const gateway = await personal(nginx);
      try {
        for (const headers of [alice, withCookie("carol"), {}]) await ask(gateway.url, headers);
        await ask(`${gateway.url}/hers`, alice);
        await gateway.backends[0]?.stop();
        await sleep(1100);
        expect(await ask(gateway.url)).toBe("anyone at 127.0.0.1 2");
        for (const headers of [alice, bob, withCookie("carol"), withCookie("dave"), zero])
          expect(await ask(gateway.url, headers)).toBe('"nobody\'s"');
        for (const headers of [{}, alice, bob]) expect(await ask(`${gateway.url}/hers`, headers)).toBe('"nobody\'s"');
        expect(await ask(gateway.url)).toBe("anyone at 127.0.0.1 2");
      } finally {
        await gateway.stop();
      }
    });

    test("the same path of another host is another answer, well and down", async () => {
      const gateway = await personal(nginx);
      try {
        const at = (host: string) => ask(gateway.url, { host });
        expect([await at("a.test"), await at("b.test")]).toEqual(["anyone at a.test 0", "anyone at b.test 1"]);
        await gateway.backends[0]?.stop();
        await sleep(1100);
        expect([await at("b.test"), await at("a.test"), await at("c.test")]).toEqual([
          "anyone at b.test 1",
          "anyone at a.test 0",
          '"nobody\'s"',
        ]);
      } finally {
        await gateway.stop();
      }
    });

    test.each(["/login", "/private"])("an answer that is for one client alone is not kept: %s", async (path) => {
      const gateway = await personal(nginx);
      try {
        const answers = [await ask(gateway.url + path), await ask(gateway.url + path)];
        expect(answers).toEqual(["anyone at 127.0.0.1 0", "anyone at 127.0.0.1 1"]);
        await gateway.backends[0]?.stop();
        expect(await ask(gateway.url + path)).toBe('"nobody\'s"');
      } finally {
        await gateway.stop();
      }
    });
  });
});
