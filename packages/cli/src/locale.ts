import type { Locale } from "@dpm/workspace";

/** Read without the parser, which may just have given up. */
export function asksForJson(args: readonly string[]): boolean {
  return args.some(
    (one, index) => one === "--json" || one === "--format=json" || (one === "--format" && args[index + 1] === "json"),
  );
}

/** The arguments without `--locale` and its value. */
export function withoutLocale(args: readonly string[]): readonly string[] {
  return args.filter((one, index) => !/^--locale(?:=|$)/.test(one) && args[index - 1] !== "--locale");
}

/**
 * The language that a run speaks: `--locale`, which wins; else, for people, what the environment says of messages. What
 * machines read is English unless it is asked for.
 */
export function localeOf(
  args: readonly string[],
  { LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>,
  isForMachines: (args: readonly string[]) => boolean,
): Locale {
  const at = args.findLastIndex((one) => one === "--locale" || one.startsWith("--locale="));
  const asked = at < 0 ? undefined : (args[at]?.split("=")[1] ?? args[at + 1]);
  if (asked !== undefined) return asked === "zh" ? "zh" : "en";
  if (isForMachines(args)) return "en";
  const set = [LC_ALL, LC_MESSAGES, LANG].find((one) => one !== undefined && one !== "");
  return set !== undefined && /^zh(?:[_.@-]|$)/i.test(set) ? "zh" : "en";
}
