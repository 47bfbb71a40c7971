/**
 * Errors of the file system -> ProvisoError, by their code and never by their text
 */
import { ProvisoError } from "@proviso/core";

/** A ProvisoError for `cause`, or `cause` itself where it is one already or not of the file system. */
export function inputError(cause: unknown, file: string): unknown {
  if (cause instanceof ProvisoError || !(cause instanceof Error) || !("code" in cause)) return cause;
  const place = { file };
  switch (cause.code) {
    case "ENOENT":
    case "ENOTDIR":
      return new ProvisoError("NOT_FOUND", `no file or folder \`${file}\``, { place, cause });
    case "EACCES":
    case "EPERM":
      return new ProvisoError("PERMISSION", `\`${file}\` may not be read`, {
        place,
        cause,
        hint: "change its permissions, or run as the user who owns it",
      });
    case "ELOOP":
      return new ProvisoError("NOT_FOUND", `\`${file}\` is a link that leads back to itself`, {
        place,
        cause,
      });
    default:
      return cause;
  }
}
