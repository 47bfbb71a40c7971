#!/usr/bin/env bash
# Arguments -> `proviso`, run from a clone of this repository: for hooks, workflows and pipelines.
#
# Installs what it needs beside itself the first time; the lockfile says which versions. Needs npm and
# Node 20 or later: where the machine's own Node cannot run the sources, npm installs one that can.
# Exit code 2 where nothing could be run, as `proviso check` has it.
set -u
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P) || exit 2

# Since 22.18 Node runs TypeScript as it is.
node -e '
const [major, minor] = process.versions.node.split(".").map(Number);
process.exit(major > 22 || (major === 22 && minor >= 18) ? 0 : 1);
' 2>/dev/null && node=node || node="$root/node_modules/.bin/node"

install() {
  if [ "$node" = node ]; then
    npm ci --omit=dev --ignore-scripts --loglevel=error
  else
    npm ci --loglevel=error
  fi
}

# npm writes this file last: an install that was interrupted is done again.
if [ ! -f "$root/node_modules/.package-lock.json" ] || { [ "$node" != node ] && [ ! -x "$node" ]; }; then
  # Standard output is the program's.
  (cd -- "$root" && install) >&2 || {
    echo "proviso: npm ci failed in $root" >&2
    exit 2
  }
fi
exec "$node" --conditions=@proviso/source "$root/packages/cli/src/main.ts" "$@"
