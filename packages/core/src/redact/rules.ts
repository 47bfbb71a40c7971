/**
 * Profile -> what counts, and what is written, for whom and where
 *
 * Roles may have thresholds and operators of their own, and places in structured data may be fixed.
 * Where a profile has neither, nothing of this costs anything.
 */
import type { EntityType } from "./entity.ts";
import { placesOf } from "./lane/json-places.ts";
import type { Located, LocatedSpan } from "./locate/locate.ts";
import { createReplacer, type Replacer, type ReplacerOptions } from "./operators/replacer.ts";
import { createAllowList } from "./profile/allow-list.ts";
import { fieldAt } from "./profile/fields.ts";
import { forRole } from "./profile/for-role.ts";
import { operatorFor } from "./profile/operator-for.ts";
import { type Profile, ROLES, type Role, type Rules } from "./profile/profile.ts";
import { type Replace, stringOf } from "./rewrite.ts";
import type { Span } from "./scan/resolve.ts";
import type { Text } from "./scan/text.ts";

export interface ProfileRules {
  /** Whether anything is done about findings of the type, in anyone's messages. */
  acts(type: EntityType): boolean;
  /** Whether a span counts for anyone. */
  accept(span: Span, text: Text): boolean;
  newReplace(subject?: string): Replace;
  /** Leaves out what does not count in the role's messages; undefined where all roles are alike. */
  readonly byRole: ((span: LocatedSpan, role: Role | undefined) => LocatedSpan | undefined) | undefined;
  /** What the rules for places make of a line of JSON; undefined without such rules. */
  readonly byPlace: ((located: Located, line: Text) => Located) | undefined;
}

/** @throws ProvisoError KEY_MISSING, KEY_INVALID */
export function rulesOf(profile: Profile, options: ReplacerOptions): ProfileRules {
  const roles = ROLES.filter((role) => profile.roles[role] !== undefined);
  const all = [profile, ...roles.map((role) => forRole(profile, role))];
  const acts = new Map<Rules, (span: Span) => boolean>(all.map((one) => [one, actor(one)]));
  const ofRole = new Map(roles.map((role, index) => [role, all[index + 1] ?? profile]));
  const replacers = new Map<Profile, Replacer>(all.map((one) => [one, createReplacer(one, options)]));
  const profileFor = (role: Role | undefined): Profile =>
    (role === undefined ? undefined : ofRole.get(role)) ?? profile;
  const isAllowed = profile.allow.length === 0 ? undefined : createAllowList(profile);
  const own = acts.get(profile) ?? actor(profile);
  const others = roles.length === 0 ? undefined : [...acts.values()];

  const byRole: ProfileRules["byRole"] =
    roles.length === 0
      ? undefined
      : (span, role) => (acts.get(profileFor(role))?.(span) ? withRole(span, role) : undefined);

  return {
    acts: (type) => all.some((rules) => operatorFor(rules, type).operator !== "keep"),
    accept(span, { bytes }) {
      if (!(others === undefined ? own(span) : others.some((one) => one(span)))) return false;
      return isAllowed === undefined || !isAllowed(span.type, stringOf(bytes, span.start, span.end));
    },
    newReplace(subject) {
      const document = replacers.get(profile)?.newDocument(subject);
      return (type, value, role, exact) =>
        document === undefined
          ? undefined
          : replacers.get(profileFor(role))?.replace(type, value, document, exact);
    },
    byRole,
    byPlace: byRole === undefined && profile.fields.length === 0 ? undefined : placer(profile, byRole),
  };
}

/** Types are looked up once each. */
function actor(rules: Rules): (span: Span) => boolean {
  const known = new Map<EntityType, boolean>();
  return ({ type, score }) => {
    if (score < rules.threshold) return false;
    let isActedOn = known.get(type);
    if (isActedOn === undefined) {
      isActedOn = operatorFor(rules, type).operator !== "keep";
      known.set(type, isActedOn);
    }
    return isActedOn;
  };
}

function withRole(span: LocatedSpan, role: Role | undefined): LocatedSpan {
  return role === undefined ? span : { ...span, role };
}

function placer(profile: Profile, byRole: ProfileRules["byRole"]): (located: Located, line: Text) => Located {
  return (located, line) => {
    const spans: LocatedSpan[] = [];
    let next = 0;
    for (const place of placesOf(line)) {
      const as = profile.fields.length === 0 ? undefined : fieldAt(profile.fields, place.path);
      const role = ROLES.find((one) => one === place.role);
      // What stands between the values, such as the names of fields.
      while (next < located.spans.length && (located.spans[next] as LocatedSpan).start < place.start) {
        spans.push(located.spans[next] as LocatedSpan);
        next += 1;
      }
      if (as !== undefined && as !== "keep" && place.end > place.start) {
        const { start, end } = place;
        spans.push({ type: as, start, end, score: 1, recognizer: "fields", validation: "structure" });
      }
      for (; next < located.spans.length; next += 1) {
        const span = located.spans[next] as LocatedSpan;
        if (span.start >= place.end) break;
        if (as !== undefined) continue;
        const kept = byRole === undefined ? span : byRole(span, role);
        if (kept !== undefined) spans.push(kept);
      }
    }
    for (; next < located.spans.length; next += 1) spans.push(located.spans[next] as LocatedSpan);
    return { spans, flags: located.flags };
  };
}
