/**
 * Bytes that a training wrote -> **linear model**
 *
 * Numbers are LEB128 unless said otherwise: features; differences of their rising hashes; further features
 * without a hash; a byte of rarity for each hash; heads; and for each head its unit and bias (32-bit floats,
 * little-endian), its weights, differences of their rising features, a signed byte for each in units.
 */
import type { Linear } from "./linear.ts";

/** Rarity is 1 at least; a byte holds how much more, in this many steps to one. */
export const RARITY_STEPS = 28;

/** By block of features, see features.ts. */
export const SHARE: readonly number[] = [1, 0.7, 0.4];

export function unpack(bytes: Uint8Array): Linear {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const byte = (): number => view.getUint8(at++);
  const float = (): number => {
    at += 4;
    return view.getFloat32(at - 4, true);
  };
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const part = byte();
      value |= (part & 0x7f) << shift;
      if (part < 0x80) return value;
    }
  };
  const rising = (count: number): Int32Array => {
    let last = 0;
    return Int32Array.from({ length: count }, () => {
      last += varint();
      return last;
    });
  };

  const hashes = rising(varint());
  const features = hashes.length + varint();
  const rarity = Float64Array.from(hashes, () => 1 + byte() / RARITY_STEPS);
  const heads = Array.from({ length: varint() }, () => {
    const [unit, bias] = [float(), float()];
    const columns = rising(varint());
    return { bias, columns, weights: Float64Array.from(columns, () => view.getInt8(at++) * unit) };
  });
  return {
    vocabulary: {
      numbers: new Map(Array.from(hashes, (hash, number) => [hash, number])),
      rarity,
      share: SHARE,
    },
    ...byFeature(heads, features),
    bias: Float64Array.from(heads, ({ bias }) => bias),
  };
}

/** Weights by head -> weights by feature. */
function byFeature(
  heads: readonly { readonly columns: Int32Array; readonly weights: Float64Array }[],
  features: number,
): Pick<Linear, "starts" | "head" | "weight"> {
  const starts = new Int32Array(features + 1);
  for (const { columns } of heads)
    for (const column of columns) starts[column + 1] = (starts[column + 1] ?? 0) + 1;
  for (let column = 0; column < features; column += 1) {
    starts[column + 1] = (starts[column + 1] ?? 0) + (starts[column] ?? 0);
  }
  const next = Int32Array.from(starts);
  const head = new Uint8Array(starts[features] ?? 0);
  const weight = new Float64Array(head.length);
  heads.forEach(({ columns, weights }, which) => {
    for (let k = 0; k < columns.length; k += 1) {
      const column = columns[k] ?? 0;
      const place = next[column] ?? 0;
      next[column] = place + 1;
      head[place] = which;
      weight[place] = weights[k] ?? 0;
    }
  });
  return { starts, head, weight };
}
