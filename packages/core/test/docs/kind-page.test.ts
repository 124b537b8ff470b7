import { expect, test } from "vitest";
import { blockKinds } from "../../src/blocks/index.gen.ts";
import { indexPage } from "../../src/docs/index-page.ts";
import { kindPage } from "../../src/docs/kind-page.ts";
import { fieldsOfKind, spelled } from "../../src/docs/fields.ts";
import { english } from "../../src/docs/words.ts";
import { block } from "../../src/fields/block.ts";
import { duration, integer, object, oneOf, ratio, string } from "../../src/fields/field.ts";
import { apiVersion, definePlugin } from "../../src/plugin/define-plugin.ts";

const greeting = block(
  "greeting",
  "Says something.",
  {
    text: string({ pattern: "a|b", expected: "a | b" }).doc("What is said."),
    pause: duration({ min: 1000, max: 60_000_000 })
      .also({ wait: "", wait_minutes: "m" })
      .default("2s")
      .doc("How long it takes."),
    often: object({ times: integer({ min: 1 }).default(1).doc("So many times.") }, { shorthand: ["times"] })
      .optional()
      .doc("How often."),
    tone: oneOf({ calm: "As among friends.", loud: "As across a street." })
      .alias({ quiet: "calm" })
      .default("calm")
      .doc("How."),
    heard: ratio().optional().doc("By how many.").fact(),
  },
  { facet: false, identity: ["text"], example: "greeting Hello { text: a }\n" },
);

const plugin = definePlugin({
  name: "hello",
  apiVersion,
  engines: { hi: "1.0" },
  kinds: [greeting],
  support: {
    greeting: {
      layer: "platform",
      fields: {
        text: ["exact"],
        pause: { verdicts: ["exact", "approximated"], since: { exact: "1.5" } },
        often: { times: ["by-default", "impossible"] },
        tone: ["elsewhere"],
      },
    },
  } as never,
});

const page = kindPage(greeting, { plugins: [plugin] });
const rows = page.split("\n").filter((line) => line.startsWith("| `"));

test("a plugin author's own kind has a page: what it says, its example, its identity", () => {
  expect(page).toContain("# greeting\n\nSays something.\n\n");
  expect(page).toContain("```dpm\ngreeting Hello { text: a }\n```");
  expect(page).toContain("belongs to no component. A name may have several, told apart by `text`.");
});

test("each field has its type, limits, default, other keys and meaning", () => {
  expect(rows.slice(0, 6)).toEqual([
    "| `text` | text; a \\| b | must be written | What is said. |",
    '| `pause` | a duration such as `"500ms"`; from 1 ms to 1 m | `"2s"` | How long it takes. Also written `wait`, `wait_minutes` (a number of minutes). |',
    "| `often` | a group of fields, or a whole number for `times` | nothing | How often. |",
    "| `often.times` | a whole number; at least 1 | `1` | So many times. |",
    '| `tone` | one of `calm`, `loud` | `"calm"` | How. |',
    '| `heard` | a share such as `0.5` or `"50%"` | nothing | By how many. A fact: rules reckon with it, and no target has to express it. |',
  ]);
});

test("quantities are told once: how they are written and what the model holds", () => {
  expect(page).toContain(
    "`x_ms: 500` too. In the model durations are microseconds, shares are numbers from 0 to 1.\n\n| field |",
  );
});

test("values have their meanings and other spellings", () => {
  expect(page).toContain("### Values of `tone`");
  expect(page).toContain("| `calm` | As among friends. | `quiet` |\n| `loud` | As across a street. |  |");
});

test("targets say what may become of each field, from which version on, and nothing of facts", () => {
  expect(page).toContain("`hello` is written for hi 1.0.");
  expect(rows.slice(-4)).toEqual([
    "| `text` | exact |",
    "| `pause` | exact from 1.5 on, approximated |",
    "| `often.times` | by default, impossible |",
    "| `tone` | elsewhere |",
  ]);
});

test("the words are a table: another one makes a page of another language", () => {
  const other = { ...english, page: { ...english.page, fields: "Felder" } };
  expect(kindPage(greeting, { plugins: [], words: other })).toContain("## Felder");
});

test.each(blockKinds)("the page of $kind has a line for each field", (kind) => {
  const text = kindPage(kind, { plugins: [] });
  for (const field of fieldsOfKind(kind)) expect(text).toContain(`\n| \`${spelled(field)}\` | `);
  expect(text).not.toMatch(/\{\w+\} |undefined/);
});

test("the index leads to every kind and names the targets that take it", () => {
  const text = indexPage([greeting], { plugins: [plugin] });
  expect(text).toContain("| [`greeting`](greeting.md) | Says something. | hello |");
});
