import type { RememberedToken } from "../core/actor";

/** The same for the same secret and version of a token. */
export function rememberedKey({ hash, version }: RememberedToken): string {
  return `${hash}:${version}`;
}
