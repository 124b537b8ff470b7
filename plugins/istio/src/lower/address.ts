/** Whether a host is an IP address, in brackets where it is of version 6. */
export function isAddress(host: string): boolean {
  if (host.startsWith("[")) return URL.canParse(`http://${host}/`);
  const parts = host.split(".");
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
}

/** Whether a host is a name that can be looked up: what Kubernetes and Istio take for one (RFC 1123). */
export function isName(host: string): boolean {
  const labels = host.split(".");
  return (
    host.length <= 253 &&
    labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) &&
    // A last label of digits only makes it an address, and a wrong one.
    !/^\d+$/.test(labels.at(-1) ?? "")
  );
}
