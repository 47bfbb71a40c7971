/**
 * Connection strings of databases, queues and caches with a password in them:
 * `postgres://user:word@host/db`, `jdbc:oracle:thin:user/word@host`. URLs of other protocols are
 * another recognizer's; `Password=word;` in an ADO string is an assignment.
 */
import { asciiOf, CLASS, is, LETTER } from "../../scan/bytes.ts";
import type { Text } from "../../scan/text.ts";
import type { Emit, Recognizer } from "../recognizer.ts";
import { isPlaceholder } from "./placeholder.ts";

const SCHEMES = new Set(
  (
    "postgres postgresql mysql mysqlx mysql2 mariadb mongodb redis rediss amqp amqps mssql sqlserver oracle cockroachdb " +
    "cockroach clickhouse cassandra couchbase couchdb neo4j bolt influxdb kafka nats mqtt mqtts ldap ldaps smtp smtps imap " +
    "imaps pop3 snowflake redshift db2 firebird memcached rabbitmq sybase hive impala presto trino vertica teradata " +
    "timescaledb yugabyte tidb planetscale libsql valkey keydb elasticsearch opensearch arangodb scylla srv pymysql " +
    "psycopg2 psycopg asyncpg pg8000 aiomysql pymssql pyodbc stomp activemq celery zookeeper etcd"
  ).split(" "),
);
const MAX_SCHEME = 24;
const MAX_USER = 128;
const MAX_WORD = 256;
const MAX_REST = 1024;
const COLON = 0x3a;
const SLASH = 0x2f;
const AT = 0x40;

/** Ends a connection string wherever it stands. */
const STOP = new Uint8Array(256);
for (let byte = 0; byte <= 0x20; byte += 1) STOP[byte] = 1;
for (const byte of new TextEncoder().encode("\"'`<>\\)]},")) STOP[byte] = 1;

const URL = 0;

export const connectionString: Recognizer = {
  name: "connection-string",
  types: ["CONNECTION_STRING"],
  literals: [{ text: "://" }, { text: "jdbc:oracle:thin:" }],
  atLiteral(text: Text, start: number, end: number, literal: number, emit: Emit): void {
    if (literal === URL) url(text, start, end, emit);
    else oracle(text, start, end, emit);
  },
};

function url(text: Text, start: number, end: number, emit: Emit): void {
  const { bytes } = text;
  const user = until(bytes, end, Math.min(text.end, end + MAX_USER), COLON);
  if (user < 0) return;
  const word = wordEnd(bytes, user + 1, Math.min(text.end, user + MAX_WORD));
  if (word <= user + 1) return;
  const begin = schemeStart(text, start);
  if (begin < 0) return;
  if (isPlaceholder(bytes, user + 1, word) || isHolder(bytes, end, user)) return;
  // `mongodb:mongodb@localhost`: what a database is delivered with.
  if (asciiOf(bytes, end, user) === asciiOf(bytes, user + 1, word)) return;
  emit("CONNECTION_STRING", begin, restEnd(text, word), 0.95, "structure");
}

/** `<user>`, `{username}`, `${USER}`: the whole is a template. */
function isHolder(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start];
  return end > start && (first === 0x3c || first === 0x7b || first === 0x24 || first === 0x25);
}

/** The offset of `wanted` before anything that ends a user's name; -1 without one. */
function until(bytes: Uint8Array, from: number, limit: number, wanted: number): number {
  for (let at = from; at < limit; at += 1) {
    const byte = bytes[at] as number;
    if (byte === wanted) return at;
    if (byte === SLASH || byte === AT || byte === 0x3f || byte === 0x23) return -1;
    if (STOP[byte] === 1 && byte !== 0x7d && byte !== 0x3e) return -1;
  }
  return -1;
}

/** The last `@` before the host ends: passwords may have one of their own. -1 if there is none. */
function wordEnd(bytes: Uint8Array, from: number, limit: number): number {
  let last = -1;
  for (let at = from; at < limit; at += 1) {
    const byte = bytes[at] as number;
    if (byte === AT) last = at;
    if (byte <= 0x20 || byte === 0x22 || byte === 0x27 || byte === 0x60 || byte === 0x5c) break;
    if (last >= 0 && (byte === SLASH || byte === 0x3f || byte === 0x2c)) break;
  }
  return last;
}

/** Where `postgresql+psycopg2` or `jdbc:mysql` begins, if it is one of ours. */
function schemeStart({ bytes, start: first }: Text, end: number): number {
  const limit = Math.max(first, end - MAX_SCHEME);
  let at = end;
  let part = -1;
  while (
    at > limit &&
    (((CLASS[bytes[at - 1] as number] as number) & LETTER) !== 0 || isJoin(bytes, at - 1))
  ) {
    at -= 1;
    if (bytes[at] === COLON && part < 0) part = at;
  }
  while (at < end && !is(bytes, at, LETTER)) at += 1;
  const words = asciiOf(bytes, at, end).toLowerCase().split(/[+:]/);
  if (words.some((word) => SCHEMES.has(word))) return words[0] === "jdbc" || part < 0 ? at : part + 1;
  return -1;
}

function isJoin(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at];
  return byte === 0x2b || byte === COLON || (byte !== undefined && byte >= 0x30 && byte <= 0x39);
}

function restEnd({ bytes, end }: Text, from: number): number {
  const limit = Math.min(end, from + MAX_REST);
  let at = from;
  while (at < limit && (STOP[bytes[at] as number] !== 1 || (bytes[at] === 0x2c && bytes[at + 1] !== 0x20)))
    at += 1;
  while (at > from && (bytes[at - 1] === 0x2e || bytes[at - 1] === 0x2c || bytes[at - 1] === 0x3b)) at -= 1;
  return at;
}

/** `user/word@`. */
function oracle(text: Text, start: number, end: number, emit: Emit): void {
  const { bytes } = text;
  let user = end;
  const limit = Math.min(text.end, end + MAX_USER);
  while (user < limit && bytes[user] !== SLASH && bytes[user] !== AT && STOP[bytes[user] as number] !== 1)
    user += 1;
  if (bytes[user] !== SLASH || user === end) return;
  const word = wordEnd(bytes, user + 1, Math.min(text.end, user + MAX_WORD));
  if (word <= user + 1 || isPlaceholder(bytes, user + 1, word)) return;
  emit("CONNECTION_STRING", start, restEnd(text, word), 0.95, "structure");
}
