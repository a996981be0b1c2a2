import type { RequestView } from "@/lib/request-log/contract";

type Asked = Pick<RequestView, "method" | "path" | "query" | "body">;

const toAgents = "/api/mcp";
const likeTwilio = "/2010-04-01/";

/**
 * The curl line that makes a request again; the token and the parameters of its path come from the environment. What was not
 * recorded stands in brackets. Null for a form in Twilio's way: of those nothing is recorded.
 */
export function requestCurl(origin: string, { method, path, query, body }: Asked): string | null {
  const isLikeTwilio = path.startsWith(likeTwilio);
  if (isLikeTwilio && method === "POST") return null;
  // A path that does not exist has no template.
  const place =
    path === "none"
      ? "/api/…"
      : path.replace(/\{(\w+)\+?\}/g, (_all, name: string) => variableOf(name));
  const sent = path === toAgents && body ? asMessage(body) : body;
  const lines = [
    `curl${method === "GET" ? "" : ` -X ${method}`} "${origin}${place}${toQuery(query)}"`,
    isLikeTwilio ? '  -u "$ACCOUNT_SID:$ACTIO_TOKEN"' : '  -H "Authorization: Bearer $ACTIO_TOKEN"',
  ];
  if (path === toAgents) lines.push('  -H "Accept: application/json, text/event-stream"');
  if (sent) lines.push('  -H "Content-Type: application/json"', `  -d '${inQuotes(sent)}'`);
  return lines.join(" \\\n");
}

/** `message_id` is `$MESSAGE_ID`; `AccountFile`, the end of a path, is `$ACCOUNT_SID.json`. */
function variableOf(name: string): string {
  const isFile = name.endsWith("File");
  const words = name.replace(/File$/, "Sid").replace(/(?<=[a-z])(?=[A-Z])/g, "_");
  return `$${words.toUpperCase()}${isFile ? ".json" : ""}`;
}

/** A call of a tool is recorded by its name and arguments; this is the message of the protocol. */
function asMessage({ method, tool, arguments: given }: Record<string, unknown>): object {
  const params = tool === undefined ? undefined : { name: tool, arguments: given };
  return { jsonrpc: "2.0", id: 1, method, ...(params && { params }) };
}

function toQuery(query: Record<string, unknown> | null): string {
  const pairs = Object.entries(query ?? {}).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  );
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}

/** Inside of the single quotes of a shell. */
function inQuotes(value: object): string {
  return JSON.stringify(value, null, 2).replaceAll("'", "'\\''").replaceAll("\n", "\n  ");
}
