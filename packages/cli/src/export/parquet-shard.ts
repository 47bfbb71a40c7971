/**
 * Batch rows -> one Parquet file
 *
 * A list of structs, as the columns of chat data sets are on Hugging Face. Written in row groups of a
 * size, so that memory does not grow with the file; nothing in it tells when or where it was made.
 */
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { BatchRows } from "./job.ts";
import { SafeFile, type Wrap } from "./safe-file.ts";
import type { Shard } from "./shard.ts";

/** JSON bytes of a row group: large enough to compress well, small enough to hold. */
const GROUP_BYTES = 16_000_000;
const CREATED_BY = "proviso";

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]["schema"][number];

function text(name: string, isRequired: boolean): SchemaElement {
  return {
    name,
    type: "BYTE_ARRAY",
    converted_type: "UTF8",
    repetition_type: isRequired ? "REQUIRED" : "OPTIONAL",
  };
}

const MESSAGES: readonly SchemaElement[] = [
  { name: "messages", repetition_type: "REQUIRED", converted_type: "LIST", num_children: 1 },
  { name: "list", repetition_type: "REPEATED", num_children: 1 },
  { name: "element", repetition_type: "REQUIRED", num_children: 3 },
  text("role", true),
  text("name", false),
  text("content", true),
];
const ID_COLUMNS = ["conversation", "account"] as const;

export interface ParquetOptions {
  /** With columns for the ids of conversation and account. */
  readonly ids: boolean;
  readonly wrap?: Wrap;
}

export async function openParquetShard(path: string, { ids, wrap }: ParquetOptions): Promise<Shard> {
  return new ParquetShard(await SafeFile.create(path, wrap), ids);
}

class ParquetShard implements Shard {
  readonly #file: SafeFile;
  readonly #columns: readonly string[];
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;
  #rows: Readonly<Record<string, unknown>>[] = [];
  #held = 0;
  #taken = 0;
  #lines = 0;

  constructor(file: SafeFile, ids: boolean) {
    this.#file = file;
    const more = ids ? ID_COLUMNS : [];
    this.#columns = ["messages", ...more];
    this.#writer = new ParquetWriter({
      writer: this.#bytes,
      schema: [
        { name: "root", num_children: this.#columns.length },
        ...MESSAGES,
        ...more.map((name) => text(name, false)),
      ],
      createdBy: CREATED_BY,
    });
  }

  /** As JSON: how small they become is known too late to cut by. */
  get bytes(): number {
    return this.#taken;
  }

  get lines(): number {
    return this.#lines;
  }

  async write({ lines, rows }: BatchRows): Promise<void> {
    let start = 0;
    for (const { bytes } of rows) {
      const line = Buffer.from(lines.buffer, lines.byteOffset + start, bytes).toString("utf8");
      this.#rows.push(JSON.parse(line) as Readonly<Record<string, unknown>>);
      start += bytes + 1;
    }
    this.#lines += rows.length;
    this.#taken += lines.length;
    this.#held += lines.length;
    if (this.#held >= GROUP_BYTES) await this.#writeGroup();
  }

  async finish(): ReturnType<Shard["finish"]> {
    await this.#writeGroup();
    await this.#writer.finish();
    await this.#flush();
    return { lines: this.#lines, ...(await this.#file.finish()) };
  }

  async abandon(): Promise<void> {
    await this.#file.abandon();
  }

  async #writeGroup(): Promise<void> {
    if (this.#rows.length === 0) return;
    const rows = this.#rows;
    await this.#writer.write({
      columnData: this.#columns.map((name) => ({ name, data: rows.map((row) => row[name] ?? null) })),
      rowGroupSize: rows.length,
    });
    this.#rows = [];
    this.#held = 0;
    await this.#flush();
  }

  /** Hands on what is encoded; the writer goes on counting offsets from the beginning of the file. */
  async #flush(): Promise<void> {
    await this.#file.write(this.#bytes.getBytes());
    this.#bytes.index = 0;
  }
}
