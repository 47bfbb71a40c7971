/** `--archive` of a command that works on an archive of terms. */
import { type Command, Option } from "commander";

/** The archive that is meant where none is named. */
const DEFAULT_ARCHIVE = "terms";

export function archived(command: Command): Command {
  return command.addOption(
    new Option("--archive <folder>", "where the terms are kept").default(DEFAULT_ARCHIVE),
  );
}
