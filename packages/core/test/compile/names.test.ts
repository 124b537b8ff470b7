import fc from "fast-check";
import { expect, test } from "vitest";
import { indexNames, resolve, serviceNameOf, wordsOf } from "../../src/2-normalize/names.ts";

test.each([
  ["OrderService", "order service"],
  ["order-service", "order service"],
  ["order_service", "order service"],
  ["order.service", "order service"],
  ["orderService", "order service"],
  ["Order2Service", "order2 service"],
  ["HTTPServer", "httpserver"],
  ["__order--service__", "order service"],
])("%s has the words %s", (name, words) => {
  expect(wordsOf(name)).toBe(words);
  expect(serviceNameOf(name)).toBe(words.replaceAll(" ", "-"));
});

test("a service name is what a host may be called, and has the same words as the name", () => {
  const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,30}$/).filter((one) => /[A-Za-z0-9]/.test(one));
  fc.assert(
    fc.property(name, (one) => {
      expect(serviceNameOf(one)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(wordsOf(serviceNameOf(one))).toBe(wordsOf(one));
    }),
  );
});

test("a reference means exactly that name, else every name of the same words, else none", () => {
  const names = indexNames(["OrderService", "order_service", "Cart"]);
  expect(resolve("OrderService", names)).toEqual(["OrderService"]);
  expect(resolve("order-service", names)).toEqual(["OrderService", "order_service"]);
  expect(resolve("CART", names)).toEqual(["Cart"]);
  expect(resolve("constructor", names)).toEqual([]);
});
