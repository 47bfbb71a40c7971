import fc from "fast-check";
import { expect, it } from "vitest";
import { Pending } from "./pending.ts";

it("holds what was added and not taken, whatever the parts", () => {
  const part = fc.array(fc.constantFrom(0x0a, 0x61, 0x62, 0x63), { maxLength: 9 });
  const step = fc.oneof(part, fc.nat(12));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const pending = new Pending();
      let model: number[] = [];
      for (const one of steps) {
        if (typeof one === "number") {
          expect([...pending.first(one)]).toEqual(model.slice(0, one));
          expect([...pending.take(one)]).toEqual(model.slice(0, one));
          model = model.slice(one);
        } else {
          pending.add(Uint8Array.from(one));
          model.push(...one);
        }
        expect(pending.size).toBe(model.length);
        expect(pending.firstNewline()).toBe(model.indexOf(0x0a));
        expect(pending.lastNewline()).toBe(model.lastIndexOf(0x0a));
      }
    }),
  );
});
