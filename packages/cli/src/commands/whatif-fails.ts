/** WhatIf x `--fail-on` -> whether the run fails */
import type { WhatIf } from "@proviso/core/whatif";
import type { WhatIfOptions } from "./options.ts";

export function whatIfFails({ purposes }: WhatIf, failOn: WhatIfOptions["failOn"]): boolean {
  if (failOn === undefined) return false;
  return purposes.some(({ flows }) =>
    flows.some(({ before, after }) => before !== after && (failOn === "change" || after === "used")),
  );
}
