/** Errors of the database -> ProvisoError, by their code and never by their text */
import { ProvisoError } from "@proviso/core";

/** A ProvisoError for `cause`, or `cause` itself where it says nothing a user could mend. */
export function databaseError(cause: unknown, file: string): unknown {
  if (cause instanceof ProvisoError || !(cause instanceof Error)) return cause;
  const place = { file };
  const code = "code" in cause ? String(cause.code) : "";
  // SQLSTATE classes: PostgreSQL documentation, appendix A.
  if (code.startsWith("28") || code === "42501") {
    return new ProvisoError("PERMISSION", "the database does not let this user in", { place, cause });
  }
  if (code === "53100")
    return new ProvisoError("DISK_FULL", "the database has no room left", { place, cause });
  if (code === "3D000") return new ProvisoError("NOT_FOUND", "there is no such database", { place, cause });
  if (["ECONNREFUSED", "ENOTFOUND", "ECONNRESET", "ETIMEDOUT", "ENOENT"].includes(code)) {
    return new ProvisoError("NOT_FOUND", "no database answers there", {
      place,
      cause,
      hint: "is it running, and are host and port right?",
    });
  }
  return cause;
}
