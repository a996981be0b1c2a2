import type { RememberedToken } from "../core/actor";
import type { Admission } from "./_admission";

/** What a process remembers of the token that a send came with; undefined where the database was asked. */
export function rememberedOf({ actor }: Pick<Admission, "actor">): RememberedToken | undefined {
  return actor.kind === "token" ? actor.remembered : undefined;
}
