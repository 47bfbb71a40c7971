export type { CheckEntry, Entry, SnapshotEntry, VersionEntry } from "./archive/archive.ts";
