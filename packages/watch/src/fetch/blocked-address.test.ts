import fc from "fast-check";
import { expect, it } from "vitest";
import { blockedAddress, literalAddress } from "./blocked-address.ts";

it.each([
  ["127.0.0.1", "loopback"],
  ["10.1.2.3", "private"],
  ["172.31.255.255", "private"],
  ["192.168.0.1", "private"],
  ["169.254.169.254", "link-local"],
  ["100.64.0.1", "carrier-grade-nat"],
  ["0.0.0.0", "unspecified"],
  ["255.255.255.255", "broadcast"],
  ["224.0.0.1", "multicast"],
  ["::", "unspecified"],
  ["::1", "loopback"],
  ["fe80::1", "link-local"],
  ["fe80::1%eth0", "link-local"],
  ["fd00:ec2::254", "unique-local"],
  ["[::1]", "loopback"],
  ["no address", "no address"],
])("%s is %s", (address, why) => {
  expect(blockedAddress(address)).toBe(why);
});

it.each(["8.8.8.8", "93.184.215.14", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"])(
  "%s may be asked",
  (address) => {
    expect(blockedAddress(address)).toBeUndefined();
  },
);

it("blocks what is blocked in IPv4 in every way to write it in IPv6 too", () => {
  const blocked = fc
    .tuple(fc.constantFrom(10, 127, 0, 240), fc.nat(255), fc.nat(255), fc.nat(255))
    .map(([first, ...rest]) => [first, ...rest]);
  fc.assert(
    fc.property(blocked, (bytes) => {
      const [a = 0, b = 0, c = 0, d = 0] = bytes;
      const dotted = bytes.join(".");
      const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
      for (const carried of [
        dotted,
        `::ffff:${dotted}`,
        `::ffff:${hex}`,
        `::ffff:0:${hex}`,
        `::${hex}`,
        `64:ff9b::${hex}`,
        `64:ff9b:1::${hex}`,
        `2002:${hex}::1`,
      ]) {
        expect([carried, blockedAddress(carried)]).not.toEqual([carried, undefined]);
      }
    }),
  );
});

it("sees through every way to write an address in a URL", () => {
  for (const host of [
    "2130706433",
    "0x7f.1",
    "017700000001",
    "127.1",
    "[::ffff:7f00:1]",
    "%31%32%37.0.0.1",
  ]) {
    const address = literalAddress(new URL(`http://${host}/`));
    expect([host, address === undefined ? undefined : blockedAddress(address)]).toEqual([host, "loopback"]);
  }
  expect(literalAddress(new URL("http://example.com/"))).toBeUndefined();
});
