/**
 * The program that Spark's own Python runs for us
 *
 * A statement per line as JSON comes in, its answer per line as JSON goes out: whole statements, so that no
 * semicolon, quote or comment in them is ever taken for an end, as by `spark-sql`, which cuts its input by
 * itself. What Spark prints goes to the other output. When nobody listens any longer it ends at once, in
 * the middle of a statement too.
 *
 * Instants and numbers that Python cannot hold, or JSON, are made text by Spark itself.
 */
export const SPARK_DRIVER = String.raw`
import json, os, queue, sys, threading

answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)

def answer(value):
    answers.write(json.dumps(value, allow_nan=False) + "\n")
    answers.flush()

def refusal(error):
    try:
        # Of what Java throws, Python's own text names only the place of the call.
        thrown = getattr(error, "java_exception", None)
        return {"error": str(error) if thrown is None else thrown.toString()}
    except BaseException:
        return {"error": str(error)}

settings = json.loads(sys.argv[1])
try:
    from pyspark.sql import SparkSession
    from pyspark.sql import functions as F
    from pyspark.sql import types as T
    builder = SparkSession.builder.appName("proviso")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    # A session that was there before keeps what it was given: these decide over values.
    for name, value in settings.items():
        if name.startswith("spark.sql.") and session.conf.isModifiable(name):
            session.conf.set(name, value)
    session.sparkContext.setLogLevel("ERROR")
except BaseException as error:
    answer(refusal(error))
    os._exit(1)

PLAIN = (T.StringType, T.BooleanType, T.ByteType, T.ShortType, T.IntegerType, T.NullType)
WHOLE = 2 ** 53

def readable(kind):
    if isinstance(kind, T.ArrayType):
        return T.ArrayType(readable(kind.elementType), True)
    return kind if isinstance(kind, PLAIN + (T.LongType, T.FloatType, T.DoubleType)) else T.StringType()

def shown(frame, at, kind):
    column = frame["c%d" % at]
    return column if readable(kind) == kind else column.cast(readable(kind))

def plain(value):
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if isinstance(value, int):
        return value if -WHOLE < value < WHOLE else str(value)
    if value != value:
        return "NaN"
    if value in (float("inf"), float("-inf")):
        return "Infinity" if value > 0 else "-Infinity"
    return value

def rows(statement):
    frame = session.sql(statement)
    kinds = [field.dataType for field in frame.schema.fields]
    names = [field.name for field in frame.schema.fields]
    frame = frame.toDF(*["c%d" % at for at in range(len(names))])
    frame = frame.select(*[shown(frame, at, kind) for at, kind in enumerate(kinds)])
    times = [isinstance(kind, (T.DateType, T.TimestampType, T.TimestampNTZType)) or
             isinstance(kind, T.ArrayType) and isinstance(kind.elementType,
                 (T.DateType, T.TimestampType, T.TimestampNTZType)) for kind in kinds]
    return {"names": names, "times": times, "rows": [[plain(one) for one in row] for row in frame.collect()]}

asked, busy = queue.Queue(), threading.Event()

def listen():
    for line in sys.stdin:
        asked.put(line)
    if busy.is_set():
        os._exit(1)
    asked.put(None)

answer({"version": session.version})
threading.Thread(target=listen, daemon=True).start()
for line in iter(asked.get, None):
    busy.set()
    try:
        statement, wanted = json.loads(line)
        if wanted:
            answer(rows(statement))
        else:
            session.sql(statement)
            answer({"done": True})
    except BaseException as error:
        answer(refusal(error))
    busy.clear()
session.stop()
`;
