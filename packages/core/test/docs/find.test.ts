import { expect, test } from "vitest";
import { blockKinds } from "../../src/blocks/index.gen.ts";
import { spelled, fieldsOfKind } from "../../src/docs/fields.ts";
import { fieldsIn, findField } from "../../src/docs/find.ts";

const loadBalancer = blockKinds.find((one) => one.kind === "load_balancer");
if (!loadBalancer) throw new Error("there is no load_balancer");

test.each(blockKinds)("every field of $kind is found by its own path", (kind) => {
  for (const field of fieldsOfKind(kind)) {
    const found = findField(kind, field.path);
    expect("field" in found ? spelled(found.field) : found).toBe(spelled(field));
  }
});

test("what is not there says how far the way went and what could be named", () => {
  expect(findField(loadBalancer, ["failover", "florb"])).toEqual({
    before: ["failover"],
    name: "florb",
    known: ["enabled", "max_servers"],
  });
  expect(findField(loadBalancer, ["listen", "florb"])).toMatchObject({ before: ["listen"], known: [] });
});

test("the fields of a group are those one level below it", () => {
  expect(fieldsIn(loadBalancer, ["failover"]).map(spelled)).toEqual(["failover.enabled", "failover.max_servers"]);
});
