/** A parameter with members, as in `metadata[order]=1042`: its name, and the key in brackets. */
const withKey = /^([^[\]]+)\[([^[\]]+)\]$/;

/** What stands for the key where such a parameter is named. */
export const anyKey = "[…]";

/** The name of a parameter as a call knows it: that of one with members is `metadata[…]`. */
export function knownName(name: string): string {
  return name.replace(withKey, `$1${anyKey}`);
}

/** A query with the members of each parameter in one place: `metadata[order]` becomes `order` in `metadata`. */
export function gatherMembers(query: Record<string, string>): Record<string, unknown> {
  const read = new Map<string, unknown>();
  const members = new Map<string, Map<string, string>>();
  for (const [name, value] of Object.entries(query)) {
    const [, parameter, key] = withKey.exec(name) ?? [];
    if (parameter === undefined || key === undefined) read.set(name, value);
    else {
      const held = members.get(parameter) ?? new Map<string, string>();
      members.set(parameter, held.set(key, value));
    }
  }
  for (const [parameter, held] of members) read.set(parameter, Object.fromEntries(held));
  return Object.fromEntries(read);
}
