/**
 * Sorted tokens -> a set's file, and what the manifest holds of it
 */
import { SetBuilder, type SetRoot, TOKEN_BYTES } from "@proviso/core/export";
import { SafeFile } from "../safe-file.ts";
import { tokenAt } from "./token-order.ts";

export async function writeSet(path: string, sorted: AsyncIterable<Uint8Array>): Promise<SetRoot> {
  const file = await SafeFile.create(path);
  try {
    const builder = new SetBuilder();
    for await (const tokens of sorted) {
      for (let place = 0; place < tokens.length / TOKEN_BYTES; place += 1)
        builder.add(tokenAt(tokens, place));
      await file.write(tokens);
    }
    for (const bytes of builder.upper()) await file.write(bytes);
    await file.finish();
    return builder.set();
  } catch (error) {
    await file.abandon();
    throw error;
  }
}
