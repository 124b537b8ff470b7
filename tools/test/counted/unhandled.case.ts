import { expect, test } from "vitest";

test("passes and leaves a rejection behind", async () => {
  void Promise.reject(new Error("nobody waits for this"));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(1).toBe(1);
});
