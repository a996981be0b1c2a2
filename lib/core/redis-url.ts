/** How a Redis is reached: alone, by the Sentinels that know the primary, or as a Cluster. */
export type RedisPlace =
  | { kind: "single"; url: string }
  | {
      kind: "sentinel";
      nodes: RedisNode[];
      name: string;
      login: RedisLogin;
      sentinelPassword?: string;
    }
  | { kind: "cluster"; nodes: RedisNode[]; login: RedisLogin };

interface RedisNode {
  host: string;
  port: number;
}

export interface RedisLogin {
  username?: string;
  password?: string;
  db?: number;
  isEncrypted: boolean;
}

const shape =
  /^redis(s?)\+(sentinel|cluster):\/\/(?:([^@/]*)@)?([^@/?#]+)(\/[^?#]*)?(?:\?([^#]*))?$/;
const singleShape = /^rediss?:\/\/[^\s]+$/;
const defaultPorts = { sentinel: 26_379, cluster: 6379 } as const;

/**
 * Reads `redis://host`, `redis+sentinel://host:26379,host:26379/name/db`, or `redis+cluster://host:6379,host:6379`, each
 * with `rediss` for TLS and `user:password@` of Redis; Sentinels with a password of their own have `?sentinel_password=`.
 * Undefined for anything else.
 */
export function readRedisUrl(text: string): RedisPlace | undefined {
  if (singleShape.test(text) && URL.canParse(text)) return { kind: "single", url: text };
  const [, tls, kind, user = "", hosts = "", path = "", query = ""] = shape.exec(text) ?? [];
  if (kind !== "sentinel" && kind !== "cluster") return undefined;
  const nodes = hosts.split(",").map((host) => readNode(host, defaultPorts[kind]));
  const known = nodes.filter((node) => node !== undefined);
  const login = readLogin(user, tls === "s");
  if (known.length < nodes.length || !login) return undefined;
  if (kind === "sentinel") return readSentinel({ nodes: known, login }, path, query);
  return path === "" && query === "" ? { kind, nodes: known, login } : undefined;
}

function readSentinel(
  { nodes, login }: { nodes: RedisNode[]; login: RedisLogin },
  path: string,
  query: string,
): RedisPlace | undefined {
  const [name, db] = /^\/([^/]+)(?:\/(\d{1,3}))?$/.exec(path)?.slice(1) ?? [];
  const [isKnown, written = ""] = /^(?:sentinel_password=([^&]*))?$/.exec(query) ?? [];
  const sentinelPassword = decoded(written);
  if (name === undefined || isKnown === undefined || sentinelPassword === undefined) {
    return undefined;
  }
  return {
    ...{ kind: "sentinel", nodes, name, login: { ...login, db: Number(db ?? 0) } },
    ...(sentinelPassword === "" ? {} : { sentinelPassword }),
  };
}

function readNode(text: string, port: number): RedisNode | undefined {
  if (text === "" || !URL.canParse(`redis://${text}`)) return undefined;
  const url = new URL(`redis://${text}`);
  const isHost = url.hostname !== "" && url.pathname === "" && url.port !== "0";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return isHost ? { host, port: Number(url.port || port) } : undefined;
}

function readLogin(user: string, isEncrypted: boolean): RedisLogin | undefined {
  const colon = user.indexOf(":");
  const [username = "", password = ""] =
    colon < 0 ? [user, ""] : [user.slice(0, colon), user.slice(colon + 1)];
  const [name, secret] = [decoded(username), decoded(password)];
  if (name === undefined || secret === undefined) return undefined;
  return {
    isEncrypted,
    ...(name === "" ? {} : { username: name }),
    ...(secret === "" ? {} : { password: secret }),
  };
}

/** Undefined where a percent sign stands for nothing. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
