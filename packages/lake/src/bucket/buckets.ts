/**
 * **Buckets**: the events so laid out that an account is in one part, with all that is said of it
 *
 * Each part is decided by itself, in memory that does not grow with the number of parts.
 */

export interface Bucket {
  /** Name of the part: the value of the folder `bucket=…`. */
  readonly name: string;
  readonly files: readonly string[];
  /** Events of accounts in other buckets, which take part in this one's conversations. */
  readonly participants: readonly string[];
}

export interface Buckets {
  readonly buckets: readonly Bucket[];
  /** Events without an account; they concern every bucket. */
  readonly shared: readonly string[];
  /** Whether the files hold EVENT_COLUMNS already, or are the user's own. */
  readonly isOwn: boolean;
}
