import { readFileSync } from "node:fs";
import { loadPacks } from "./src/packs/load.ts";
import { packsFolder } from "./src/packs/find.ts";
import { choosePolicy } from "./src/packs/choose.ts";
import { readCases } from "./src/cases/case.ts";
const packs = await loadPacks([packsFolder()]);
for (const p of packs.policies) for (const f of p.findings) console.log(p.file, f.kind, f.about, f.message);
let pass=0, fail=0;
for (const file of process.argv.slice(2)) for (const s of readCases(readFileSync(file, "utf8"), file)) {
  const r = s.run(choosePolicy(packs, "", s.policy).prepared, ["training","safety","retention"]);
  if (r.mismatches.length===0) pass++; else { fail++; console.log(s.id, s.title); for (const m of r.mismatches) console.log("   ", m.part, "| expected", m.expected, "| got", m.got, "|", m.why); }
}
console.log(pass, fail);
