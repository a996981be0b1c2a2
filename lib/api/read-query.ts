/** The query of a request by name: blank parameters are left out, repeated ones joined by commas. */
export function readQuery(request: Request): Record<string, string> {
  const query = new Map<string, string>();
  for (const [name, value] of new URL(request.url).searchParams) {
    if (value === "") continue;
    const before = query.get(name);
    query.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(query);
}

/** A parameter with members, as in `metadata[order]=1042`: its name, and the key in brackets. */
const withKey = /^([^[\]]+)\[([^[\]]+)\]$/;

/** What stands for the key where such a parameter is named. */
export const anyKey = "[…]";

/** The name of a parameter as a call knows it: that of one with members is `metadata[…]`. */
export function knownName(name: string): string {
  return name.replace(withKey, `$1${anyKey}`);
}

/** A query in which the members of a parameter are gathered: `metadata[order]` becomes `order` in `metadata`. */
export function gatherMembers(query: Record<string, string>): Record<string, unknown> {
  const gathered = new Map<string, unknown>();
  const members = new Map<string, Map<string, string>>();
  for (const [name, value] of Object.entries(query)) {
    const [, parameter, key] = withKey.exec(name) ?? [];
    if (parameter === undefined || key === undefined) gathered.set(name, value);
    else members.set(parameter, (members.get(parameter) ?? new Map()).set(key, value));
  }
  for (const [parameter, held] of members) gathered.set(parameter, Object.fromEntries(held));
  return Object.fromEntries(gathered);
}
