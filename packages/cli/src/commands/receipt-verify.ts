/** `proviso receipt verify`: what `verify` does, for a file that must be a receipt */
import { readReceipt } from "@proviso/core/receipt";
import { readText } from "../input/read-text.ts";
import type { Context, VerifyOptions } from "./options.ts";
import { verifyFiles } from "./verify.ts";

export async function receiptVerify(
  context: Context,
  file: string,
  { key }: Pick<VerifyOptions, "key">,
): Promise<number> {
  readReceipt(await readText(file), file);
  return await verifyFiles(context, [file], key === undefined ? {} : { key });
}
