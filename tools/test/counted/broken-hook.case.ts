import { beforeAll, describe, expect, test } from "vitest";

describe("a suite whose hook throws", () => {
  beforeAll(() => {
    throw new Error("the hook broke");
  });
  test("is never run", () => expect(1).toBe(1));
});
