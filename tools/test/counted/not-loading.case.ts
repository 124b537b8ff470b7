import { test } from "vitest";

test("is never seen", () => undefined);
throw new Error("this file does not load");
