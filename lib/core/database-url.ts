const shape = /^(postgres(?:ql)?:\/\/)((?:[^/?#]*@)?)([^/?#]*)(\/?[^?#]*)(?:\?([^#]*))?$/;
const targets = { primary: ["read-write", "primary"], standby: ["read-only", "standby"] };

/** Which server of several is meant: the one that takes writes, or one that follows it. */
export type ServerRole = keyof typeof targets;

interface Parts {
  /** Scheme, user and password. */
  head: string;
  servers: string[];
  path: string;
  query: URLSearchParams;
}

/** Whether a text is a URL of one or several PostgreSQL servers of which we can use the one with this role. */
export function isDatabaseUrl(text: string, role: ServerRole = "primary"): boolean {
  const parts = partsOf(text);
  if (!parts) return false;
  const target = parts.query.get("target_session_attrs");
  return (
    (target === null || targets[role].includes(target)) &&
    serversOf(text).every((server) => URL.canParse(server))
  );
}

/**
 * The servers that a database URL names (`postgres://a:1,b:2/db`, as libpq reads it), in the order in which
 * to try them, each as a URL of its own. `sslmode` means what it means to libpq.
 */
export function serversOf(url: string): string[] {
  const parts = partsOf(url);
  if (!parts) return [url];
  const { head, servers, path, query } = parts;
  return servers.flatMap((server) =>
    encryptionsOf(query).map((own) => {
      const text = own.toString();
      return `${head}${server}${path}${text && `?${text}`}`;
    }),
  );
}

/** Where a database is, in words that hold no password. */
export function placeOf(url: string): string {
  const servers = partsOf(url)?.servers ?? [];
  return servers.map((server) => (/:\d+$/.test(server) ? server : `${server}:5432`)).join(" or ");
}

function partsOf(url: string): Parts | undefined {
  const [, scheme = "", user = "", servers, path = "", query = ""] = shape.exec(url) ?? [];
  if (servers === undefined) return undefined;
  return {
    head: `${scheme}${user}`,
    servers: servers.split(","),
    path,
    query: new URLSearchParams(query),
  };
}

/** The driver knows neither the modes that fall back nor, unasked, libpq's meaning of `require`. */
function encryptionsOf(given: URLSearchParams): URLSearchParams[] {
  const query = new URLSearchParams(given);
  query.delete("target_session_attrs");
  const mode = query.get("sslmode");
  if (mode === null || mode === "no-verify" || query.has("uselibpqcompat")) return [query];
  query.set("uselibpqcompat", "true");
  if (mode !== "prefer" && mode !== "allow") return [query];
  const encrypted = new URLSearchParams(query);
  encrypted.set("sslmode", "require");
  const plain = new URLSearchParams(query);
  plain.set("sslmode", "disable");
  return mode === "prefer" ? [encrypted, plain] : [plain, encrypted];
}
