import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";

interface Called {
  isError: boolean;
  value: Record<string, unknown>;
}

const clients: Client[] = [];

/** The official client of the Model Context Protocol, connected to a server with a token. */
export async function connectAgent(server: { url: string }, token: string): Promise<Client> {
  const client = new Client({ name: "test", version: "1" });
  const url = new URL(`${server.url}/api/mcp`);
  const requestInit = { headers: { authorization: `Bearer ${token}` } };
  await client.connect(new StreamableHTTPClientTransport(url, { requestInit }));
  clients.push(client);
  return client;
}

/** Closes the clients that a test connected. */
export async function closeAgents(): Promise<void> {
  await Promise.all(clients.splice(0).map((client) => client.close()));
}

/** Calls a tool. Throws when its text and its structured content are not the same. */
export async function callTool(client: Client, name: string, given = {}): Promise<Called> {
  const result = (await client.callTool({ name, arguments: given })) as CallToolResult;
  const [part] = result.content;
  const text = part?.type === "text" ? part.text : "";
  if (text !== JSON.stringify(result.structuredContent)) throw new Error(`Two results: ${text}`);
  return { isError: result.isError === true, value: JSON.parse(text) };
}
