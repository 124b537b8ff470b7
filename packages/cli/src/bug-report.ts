/** What the user sees when dpm itself fails: one calm line, never a stack trace unless it is asked for. */
export function bugReport(error: unknown, isDebugging: boolean): string {
  if (isDebugging && error instanceof Error) return `${error.stack ?? error.message}\n`;
  const [first = ""] = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).split("\n");
  const cause = first.length > 200 ? `${first.slice(0, 200)}…` : first;
  return `dpm itself failed, and not because of your files: ${cause}. Please report this bug with the command and the model; DEBUG=1 shows more.\n`;
}
