import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findSpark } from "./spark-home.ts";

describe("where Spark is", () => {
  let root = "";
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), "proviso-home-")));
    mkdirSync(join(root, "spark/bin"), { recursive: true });
    mkdirSync(join(root, "spark/python/lib"), { recursive: true });
    mkdirSync(join(root, "venv/bin"), { recursive: true });
    for (const file of ["spark/bin/spark-submit", "spark/python/lib/pyspark.zip", "venv/bin/python3"]) {
      writeFileSync(join(root, file), "");
      chmodSync(join(root, file), 0o755);
    }
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const archive = (): string => join(root, "spark/python/lib/pyspark.zip");

  it("is the folder that is given, before SPARK_HOME", () => {
    const found = findSpark(join(root, "spark"), { SPARK_HOME: "/nowhere", PYTHONPATH: "/mine" });
    const env = { SPARK_HOME: join(root, "spark"), PYTHONPATH: `${archive()}:/mine` };
    expect(found).toEqual({ python: "python3", env });
  });

  it("is where a link in the path leads to", () => {
    symlinkSync(join(root, "spark/bin/spark-submit"), join(root, "venv/bin/spark-submit"));
    const { env } = findSpark(undefined, { PATH: `/nowhere:${join(root, "venv/bin")}` });
    expect(env).toEqual({ SPARK_HOME: join(root, "spark"), PYTHONPATH: archive() });
  });

  it("is left to a Python environment that holds it", () => {
    writeFileSync(join(root, "venv/bin/spark-submit"), "");
    const found = findSpark(undefined, { PATH: join(root, "venv/bin") });
    expect(found).toEqual({ python: join(root, "venv/bin/python3"), env: {} });
  });

  it("takes the Python that Spark's own variables name", () => {
    const env = { PYSPARK_PYTHON: "python3.12" };
    expect(findSpark(join(root, "spark"), env).python).toBe("python3.12");
    expect(findSpark(join(root, "spark"), { ...env, PYSPARK_DRIVER_PYTHON: "ipy" }).python).toBe("ipy");
  });

  it("is missed by name", () => {
    expect(() => findSpark(undefined, { PATH: root })).toThrow("there is no Spark here");
    expect(() => findSpark(root, {})).toThrow(`\`${root}\` is no folder of Spark with its Python`);
  });
});
