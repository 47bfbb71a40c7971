"""One Spark session that answers queries: a query per line as a JSON text, its rows as one JSON line.

Instants come back as `YYYY-MM-DD hh:mm:ss.ffffff` without a zone, NULLs are kept.
"""
import json
import os
import sys

from pyspark.sql import SparkSession

session = (
    SparkSession.builder.appName("proviso-parity")
    .master(sys.argv[1])
    .config("spark.sql.session.timeZone", "America/New_York")
    .config("spark.sql.ansi.enabled", "true")
    .config("spark.sql.shuffle.partitions", "4")
    .config("spark.ui.enabled", "false")
    .config("spark.ui.showConsoleProgress", "false")
    .config("spark.driver.memory", "3g")
    .config("spark.sql.warehouse.dir", sys.argv[2])
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.executor.memory", "800m")
    # Plans of hundreds of columns are compiled for longer than these tables take to be read.
    .config("spark.sql.codegen.wholeStage", "false")
    .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
    .config("spark.sql.jsonGenerator.ignoreNullFields", "false")
    .getOrCreate()
)
session.sparkContext.setLogLevel("ERROR")
print(json.dumps({"ready": session.version, "executors": session.sparkContext.defaultParallelism}), flush=True)


def plain(value):
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return value.isoformat(sep=" ", timespec="microseconds")


for line in sys.stdin:
    try:
        query = json.loads(line)
        rows = [
            {name: plain(value) for name, value in row.asDict().items()}
            for row in session.sql(query).collect()
        ]
        print(json.dumps({"rows": rows}), flush=True)
    except Exception as error:  # the caller decides what an error means
        print(json.dumps({"error": str(error).split("\n")[0][:2000]}), flush=True)
