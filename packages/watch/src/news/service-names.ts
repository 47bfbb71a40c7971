/** Declarations and settings -> **names** by which news calls each service */
import type { Declaration } from "../declare/declaration.ts";
import type { NewsSettings } from "./news-settings.ts";

/** The service's own name, its vendor's as declared, and those of the settings; each once, sorted by service. */
export function serviceNames(
  declarations: readonly Pick<Declaration, "document" | "vendor">[],
  settings?: Pick<NewsSettings, "services">,
): Readonly<Record<string, readonly string[]>> {
  const found = new Map<string, Set<string>>();
  const add = (service: string, names: readonly string[]): void => {
    const there = found.get(service) ?? new Set([service]);
    for (const name of names) there.add(name);
    found.set(service, there);
  };
  for (const { document, vendor } of declarations) {
    add(document.service, vendor === undefined ? [] : [vendor]);
  }
  for (const [service, names] of Object.entries(settings?.services ?? {})) add(service, names);
  return Object.fromEntries(
    [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([service, names]) => [service, [...names]]),
  );
}
