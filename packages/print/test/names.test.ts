import * as fc from "fast-check";
import { expect, test } from "vitest";
import { collisions, java, print, traced } from "../src/index.ts";
import { anyString, origin } from "./arbitraries.ts";

test("names are made of the words of a name, however it is written", () => {
  for (const name of ["OrderService", "order-service", "order_service", "order service"]) {
    expect(java.className(name)).toBe("OrderService");
    expect(java.memberName(name)).toBe("orderService");
    expect(java.constantName(name)).toBe("ORDER_SERVICE");
  }
  expect(java.className("HTTPServer2", "policy")).toBe("HttpServer2Policy");
});

test("a package name keeps the segments of a dotted name", () => {
  expect(java.packageName("com.Acme", "order-service", "default")).toBe("com.acme.order_service.default_");
  expect(java.packageName("OrderService")).toBe("orderservice");
  expect(java.packageName("3scale", "..", "aux")).toBe("_3scale.aux_");
});

test("reserved words, classes of java.lang and names that Windows keeps for devices get an underscore", () => {
  expect(["default", "class", "record", "true"].map((name) => java.memberName(name))).toEqual([
    "default_",
    "class_",
    "record_",
    "true_",
  ]);
  expect(["string", "Thread", "con", "record"].map((name) => java.className(name))).toEqual([
    "String_",
    "Thread_",
    "Con_",
    "Record_",
  ]);
  expect(java.className("thread", "policy")).toBe("ThreadPolicy");
});

test("names in other scripts, and names without words, stay apart", () => {
  const names = ["订单", "支付", "", "-", "--", "$", "é"];
  expect(new Set(names.map((name) => java.className(name))).size).toBe(names.length);
  expect(java.className("订单")).toBe("U8ba2U5355");
});

test("whatever the name, what is made of it is an identifier", () => {
  fc.assert(
    fc.property(fc.array(anyString, { minLength: 1, maxLength: 3 }), (parts) => {
      for (const make of [java.className, java.memberName, java.constantName]) {
        expect(java.identRefusal(make(...parts))).toBeUndefined();
      }
      const segments = java.packageName("root", ...parts).split(".");
      expect(segments.map(java.identRefusal)).toEqual(segments.map(() => undefined));
    }),
    { numRuns: 500 },
  );
});

test("a name too long for a file keeps its beginning and stays apart from others", () => {
  const [a, b] = [java.className(`${"x".repeat(300)}a`), java.className(`${"x".repeat(300)}b`)];
  expect(a).toMatch(/^Xx{150}_[0-9a-f]{8}$/);
  expect(a).not.toBe(b);
  expect(java.packageName("p".repeat(300))).toHaveLength(160);
});

test("names that become equal, or equal but for case, are found", () => {
  expect(collisions(["a-b", "c", "a_b", "a-b", "AB"], (name) => java.className(name))).toEqual([
    { made: "AB", from: ["a-b", "a_b", "AB"] },
  ]);
  expect(collisions(["a", "b"], (name) => java.className(name))).toEqual([]);
});

test("an identifier is checked, never changed", () => {
  expect(print(java.ident(traced("orders", origin(1))))).toEqual({
    text: "orders\n",
    marks: [{ start: 0, end: 6, origins: origin(1) }],
  });
  expect(["a-b", "1a", "", "é", "a;b"].map(java.identRefusal)).toEqual(Array(5).fill("not-an-identifier"));
  expect(["class", "_", "yield", "null"].map(java.identRefusal)).toEqual(Array(4).fill("reserved"));
  expect(() => java.ident("a b")).toThrow("`a b` cannot be a Java identifier");
  expect(() => java.qualified("java..Time")).toThrow(TypeError);
});
