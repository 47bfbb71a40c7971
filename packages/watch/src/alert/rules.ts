/** Text of an alert file -> **AlertFile** -> match, dispatch */
import type { Axis, Direction, ImpactLevel } from "@proviso/core/terms";

/** All that is given must hold. Without any of them a rule is about every change. */
export interface When {
  readonly services?: readonly string[] | undefined;
  readonly types?: readonly string[] | undefined;
  readonly regions?: readonly string[] | undefined;
  /** One of the changes is on one of these axes. */
  readonly axes?: readonly Axis[] | undefined;
  /** A change on these axes, or the whole if no axes are given, goes one of these ways. */
  readonly directions?: readonly Direction[] | undefined;
  /** At least. */
  readonly impact?: ImpactLevel | undefined;
  /** Of a regulation that is touched: `EU`, `US-CA`. */
  readonly jurisdictions?: readonly string[] | undefined;
  /** At least so many of the user's own conversations would change under one policy. */
  readonly exposure?: number | undefined;
  /** Documents that we cannot see; changes too only if something about changes is asked for beside it. */
  readonly health?: boolean | undefined;
}

/** Wall clock of the time zone; from the first minute to before the last. May span midnight. */
export interface QuietHours {
  /** Minutes since midnight. */
  readonly from: number;
  readonly to: number;
  /** IANA name. */
  readonly timeZone: string;
  /** An impact that is critical does not wait. */
  readonly isBrokenByCritical: boolean;
}

export type DigestPeriod = "none" | "daily" | "weekly";

export interface AlertRule {
  readonly name: string;
  readonly when: When;
  /** Names of channels. */
  readonly to: readonly string[];
  readonly quietHours?: QuietHours | undefined;
  /** Other than `none`: one message per day or week in place of one for each. */
  readonly digest: DigestPeriod;
}

/** Where a secret stands; never the secret itself. */
export interface SecretPlace {
  readonly env?: string | undefined;
  /** Absolute path; a line end after it is no part of it. */
  readonly file?: string | undefined;
}

export interface EmailChannel {
  readonly is: "email";
  /** `smtp://host:587` or `smtps://…` without password; or where the whole address stands. */
  readonly smtp: string | SecretPlace;
  readonly user: string | undefined;
  readonly password: SecretPlace | undefined;
  readonly from: string;
  readonly to: readonly string[];
  /** `https://…` or `mailto:…`. */
  readonly unsubscribe: string;
}

export interface WebhookChannel {
  readonly is: "webhook";
  readonly url: string;
  readonly secret: SecretPlace;
}

export interface SlackChannel {
  readonly is: "slack";
  readonly url: string | SecretPlace;
}

export interface FeedChannel {
  readonly is: "feed";
  /** Absolute path. JSON Feed if it ends in `.json`, else Atom. */
  readonly file: string;
  readonly title: string;
}

export type Channel = EmailChannel | WebhookChannel | SlackChannel | FeedChannel;

export interface AlertFile {
  readonly file: string;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly alerts: readonly AlertRule[];
}
