import fc from "fast-check";

/** Texts in the whole language, in any of the forms that mean the same; a few of them have mistakes. */
const word = fc.oneof(
  fc.stringMatching(/^[a-z_][a-z0-9_-]{0,8}$/),
  fc.constantFrom("use", "raw", "let", "import", "env", "名前"),
);
const string = fc.constantFrom('"a"', '"order service"', '"\\u00e9 \\" // }"', '"2s"', '""', `"${"long ".repeat(12)}"`);
const plain = fc.oneof(
  string,
  word,
  fc.constantFrom("1", "-0.5", "2s", "50%", "$x", 'env("HOME")', 'secret( "a/b" )', "true", "1e+3"),
);
const comment = fc.constantFrom(
  ...[
    "// c",
    "// } c {",
    "////",
    "/* c */",
    "/* c\n   d */",
    "/**\n * c\n  * d\n */",
    "/// doc",
    "///",
    "// prettier-ignore",
  ],
);
const annotation = fc.constantFrom('@suppress("a/b", "c")', "@deprecated", '@deprecated(  "use \\" x"\n )');

/** What may stand between any two tokens; mostly white space. */
const gaps = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(" ", "\n", "\n\n\n", "\t", "\n  ", "\u3000", "  ") },
    { weight: 2, arbitrary: comment.map((one) => (one.startsWith("//") ? ` ${one}\n` : ` ${one} `)) },
    { weight: 1, arbitrary: comment.map((one) => `\n${one}\n`) },
    { weight: 1, arbitrary: fc.constant('\nimport  "x.dpm"\n') },
  ),
  { minLength: 1, maxLength: 60 },
);
/** White space only, so that nothing but the width decides where lines break. */
const spaces = fc.array(fc.constantFrom(" ", " ", " ", "\n", "\n\n"), { minLength: 1, maxLength: 40 });

type Tokens = readonly string[];

/** What may be said of a block, a constant or a field. */
const said = fc.oneof({ weight: 4, arbitrary: fc.constant<Tokens>([]) }, fc.array(annotation, { maxLength: 2 }));

const { value, group } = fc.letrec<{ value: Tokens; group: Tokens; list: Tokens; item: Tokens }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: "small" },
    plain.map((one) => [one]),
    tie("list"),
    tie("group"),
  ),
  list: fc.array(tie("value"), { maxLength: 5 }).map((items) => ["[", ...items.flatMap((one) => [...one, ","]), "]"]),
  item: fc.oneof(
    { maxDepth: 5 },
    fc
      .tuple(fc.oneof(word, string), tie("value"), fc.constantFrom("", ","))
      .map(([key, one, end]) => [key, ":", ...one, end]),
    fc
      .tuple(said, word, tie("group"), fc.constantFrom("", ","))
      .map(([notes, key, one, end]) => [...notes, key, ...one, end]),
    fc.constantFrom(["\nuse base\n"], ["\nlet y:", "2"], ["\nraw nginx {", "a", ":", "1", "}"], ['\nimport "y.dpm"\n']),
  ),
  group: fc.array(tie("item"), { maxLength: 4 }).map((items) => ["{", ...items.flat(), "}"]),
}));

const block = fc
  .tuple(said, word, fc.oneof(word, string), group)
  .map(([notes, kind, name, body]): Tokens => [...notes, kind, name, ...body]);
const environment = fc
  .array(fc.oneof(block, fc.constant<Tokens>(["\nlet z:", "1"])), { maxLength: 3 })
  .map((inner): Tokens => ["env", "prod", "{", ...inner.flat(), "}"]);
const file = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: block },
      environment,
      value.map((one): Tokens => ["\nlet x:", ...one]),
      fc.constant<Tokens>(['\nimport "z.dpm"\n']),
    ),
    { maxLength: 4 },
  )
  .map((blocks) => blocks.flat().filter((one) => one !== ""));

/** Any text, with comments in any place. */
export const texts = written(gaps);

/** Texts without comments. */
export const plainTexts = written(spaces);

function written(space: fc.Arbitrary<readonly string[]>): fc.Arbitrary<string> {
  return fc
    .tuple(file, space)
    .map(([tokens, gap]) => tokens.map((one, index) => `${gap[(index * 7) % gap.length]}${one}`).join("") + gap[0]);
}
