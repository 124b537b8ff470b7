// The grammar of github.com/distribution/reference: [host[:port]/]path[:tag][@digest].
const part = "[a-z0-9]+(?:(?:[.]|__?|-+)[a-z0-9]+)*";
const label = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";
const host = String.raw`(?:${label}(?:\.${label})*|\[[0-9A-Fa-f:]+\])(?::\d+)?`;
const digest = "[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-f]{32,}";
const reference = new RegExp(`^(?<name>(?:${host}/)?${part}(?:/${part})*)(?::\\w[\\w.-]{0,127})?(?:@${digest})?$`);

/** Whether an engine could pull it: the Compose loader takes any text. */
export function isImage(text: string): boolean {
  if (text.length > 600) return false;
  const name = reference.exec(text)?.groups?.["name"];
  // 64 hexadecimal digits are the identifier of an image, not its name.
  return name !== undefined && name.length <= 255 && !/^[0-9a-f]{64}$/.test(name);
}
