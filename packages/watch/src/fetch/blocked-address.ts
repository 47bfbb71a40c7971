/** Addresses that no request may reach: a page must not lead us into the network we run in. */
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** IPv6 ranges that carry an IPv4 address in their last four bytes, which is what is reached (RFC 6052, 4291). */
const CARRIERS = ["64:ff9b::/96", "64:ff9b:1::/48", "::/96", "::ffff:0:0/96", "::ffff:0:0:0/96"].map(
  (range) => ipaddr.IPv6.parseCIDR(range),
);
const SIX_TO_FOUR = ipaddr.IPv6.parseCIDR("2002::/16");

/** Why an address may not be reached (`loopback`, `private`, `link-local` …); undefined if it may. */
export function blockedAddress(address: string): string | undefined {
  const bare = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  if (!ipaddr.isValid(bare)) return "no address";
  const parsed = ipaddr.parse(bare);
  if (parsed instanceof ipaddr.IPv6) {
    const own = parsed.range();
    if (own === "loopback" || own === "unspecified") return own;
    const bytes = parsed.toByteArray();
    if (CARRIERS.some((carrier) => parsed.match(carrier)))
      return blockedBytes(bytes.slice(12)) ?? carried(parsed);
    if (parsed.match(SIX_TO_FOUR)) return blockedBytes(bytes.slice(2, 6)) ?? "6to4";
  }
  const range = parsed.range();
  // Everything that is not plain and global has a name: loopback, private, uniqueLocal, linkLocal, reserved …
  return range === "unicast" ? undefined : words(range);
}

/** Global addresses behind a translation of the network (RFC 6052) are ordinary; other carriers are outdated. */
function carried(address: ipaddr.IPv6): string | undefined {
  return address.range() === "rfc6052" || address.range() === "ipv4Mapped"
    ? undefined
    : words(address.range());
}

function blockedBytes(bytes: number[]): string | undefined {
  return blockedAddress(bytes.join("."));
}

function words(range: string): string {
  return range.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The address that a URL names outright; undefined if it names a host. The parser has undone `0x7f.1` already. */
export function literalAddress(url: URL): string | undefined {
  const bare = url.hostname.replace(/^\[|\]$/g, "");
  return isIP(bare) === 0 ? undefined : bare;
}
