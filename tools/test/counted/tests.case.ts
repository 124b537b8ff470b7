import { describe, expect, test } from "vitest";

test("passes", () => expect(1).toBe(1));
test("fails", () => expect(1).toBe(2));
test("is skipped with a reason", ({ skip }) => skip("no engine here: install it"));
test.todo("is still to be written");

describe("a suite", () => {
  test("passes", () => expect(1).toBe(1));
});
