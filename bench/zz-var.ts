import { DuckDBInstance } from "@duckdb/node-api"; import { readFileSync } from "node:fs";
const i=await DuckDBInstance.create(":memory:",{threads:process.env.T??"2",memory_limit:"1.2GB"}); const c=await i.connect();
const R=Number(process.env.R??3);
for(const f of process.argv.slice(2)){const dq=readFileSync(f,"utf8");
const t=async(n:string,q:string)=>{const cpus=[];for(let k=0;k<R;k++){const u=process.cpuUsage(); await c.run(q); const e=process.cpuUsage(u);cpus.push((e.user+e.system)/1e6);} cpus.sort((a,b)=>a-b); console.log(f.slice(12).padEnd(20),n.padEnd(28),"cpu min",cpus[0]!.toFixed(2),"med",cpus[R>>1]!.toFixed(2));};
const cols=(await c.runAndReadAll(`describe ${dq}`)).getRowObjectsJson().map(r=>String(r["column_name"]));
await t("explain",`explain ${dq}`);
await t("ids",`select max(account) from (${dq})`);
await t("uses",`select ${cols.filter(x=>x.endsWith("_use")).map(x=>`max(${x})`).join(",")} from (${dq})`);
await t("counted",`select train_general_use,train_general_reason,count(*),${cols.filter(x=>x.endsWith("_until")).map(x=>`max(${x})`).join(",")} from (${dq}) group by all`);
await t("COPY all",`COPY (${dq}) TO '/tmp/perf5/d.parquet' (FORMAT parquet, COMPRESSION zstd)`);
}
