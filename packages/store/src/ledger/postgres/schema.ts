/**
 * Tables of a ledger in PostgreSQL: one ledger to a schema
 *
 * Hashes are by level of tiles, so that a tile is a run of rows. Values are text: JSON as it was committed
 * to, which a database's own JSON type would rewrite.
 */
import { escapeIdentifier } from "pg";

export function createTables(schema: string): string {
  const at = escapeIdentifier(schema);
  return `
    CREATE SCHEMA IF NOT EXISTS ${at};
    CREATE TABLE ${at}.leaf (idx bigint PRIMARY KEY, data bytea NOT NULL);
    CREATE TABLE ${at}.opening (idx bigint PRIMARY KEY, opening text);
    CREATE TABLE ${at}.node (
      level smallint NOT NULL, idx bigint NOT NULL, hash bytea NOT NULL, PRIMARY KEY (level, idx));
    CREATE TABLE ${at}.head (
      one boolean PRIMARY KEY DEFAULT true CHECK (one), size bigint NOT NULL, note text NOT NULL,
      settings text NOT NULL);`;
}
