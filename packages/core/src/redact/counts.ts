/** How often each type occurred. */
import type { EntityType } from "./entity.ts";

export class Counts {
  readonly byType: Map<EntityType, number> = new Map();

  add(type: EntityType): void {
    this.byType.set(type, (this.byType.get(type) ?? 0) + 1);
  }
}
