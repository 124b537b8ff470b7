import { spanOf, type Diagnostic } from "@dpm/core";
import { phrases, problems } from "../diagnostics.ts";
import { checkedPort } from "../forms/port.ts";
import type { WrittenService } from "../services.ts";
import { unprintableItems } from "./texts.ts";

// RFC 3986: what a path and a query may hold. A fragment is never sent, and a client goes up before it asks.
const askable = /^(?![^?]*\/\.{1,2}(?:[/?]|$))\/[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*$/;

/** A check asks for something, in words that Compose does not take for its own. */
export function health(written: WrittenService): readonly Diagnostic[] {
  const check = written.healthCheck;
  if (!check?.enabled) return [];
  const { test, path } = check;
  if (test) return [...keyword(test), ...unprintableItems(test)];
  if (path === undefined || checkedPort(written) === undefined) {
    return [problems.checkWithoutCommand({ service: written.name }).at(spanOf(written, "healthCheck"))];
  }
  return askable.test(path) ? [] : [problems.badPath({ path }).at(spanOf(check, "path"))];
}

function keyword(test: readonly string[]): readonly Diagnostic[] {
  const [word, ...others] = test;
  if (word !== "CMD" && word !== "CMD-SHELL" && word !== "NONE") return [];
  const [place, next] = [spanOf(test, "0"), spanOf(test, "1")];
  const span = place && next && { ...place, end: next.start };
  const fixes =
    word === "CMD" && others.length > 0 && span
      ? [{ title: phrases.remove({ text: "CMD" }), edits: [{ span, text: "" }] }]
      : [];
  return [problems.checkKeyword({ word }).at(place, { fixes })];
}
