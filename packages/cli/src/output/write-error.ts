/**
 * Errors of writing -> ProvisoError, by their code and never by their text
 */
import { ProvisoError } from "@proviso/core";

/** A ProvisoError for `cause`, or `cause` itself where it is one already or not of the file system. */
export function writeError(cause: unknown, file: string): unknown {
  if (cause instanceof ProvisoError || !(cause instanceof Error) || !("code" in cause)) return cause;
  const place = { file };
  switch (cause.code) {
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return new ProvisoError("DISK_FULL", `no room left to write \`${file}\``, {
        place,
        cause,
        hint: "free some space, or write elsewhere; what was there before is untouched",
      });
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new ProvisoError("PERMISSION", `\`${file}\` may not be written`, {
        place,
        cause,
        hint: "choose another folder, or change its permissions",
      });
    case "EEXIST":
    case "ENOTDIR":
      return new ProvisoError("USAGE", `a file stands where the folder of \`${file}\` would be`, {
        place,
        cause,
        hint: "choose another folder",
      });
    case "ENOENT":
      return new ProvisoError("NOT_FOUND", `the folder of \`${file}\` does not exist`, {
        place,
        cause,
        hint: "create it first, or choose another place",
      });
    case "ENAMETOOLONG":
      return new ProvisoError("USAGE", "the name of the file to write is too long", { place, cause });
    case "ELOOP":
      return new ProvisoError("NOT_FOUND", `\`${file}\` is a link that leads back to itself`, {
        place,
        cause,
      });
    default:
      return cause;
  }
}
