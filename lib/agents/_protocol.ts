import { once } from "../core/once";

/** The library of the protocol, loaded with the first request of an agent: most installations never have one. */
export const protocol = once(async () => {
  const [server, transport, validation, types] = await Promise.all([
    import("@modelcontextprotocol/sdk/server/index.js"),
    import("@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js"),
    import("@modelcontextprotocol/sdk/validation/ajv"),
    import("@modelcontextprotocol/sdk/types.js"),
  ]);
  return {
    Server: server.Server,
    Transport: transport.WebStandardStreamableHTTPServerTransport,
    // Nothing is ever asked of a client, so it checks nothing; without it each server would make its own.
    jsonSchemaValidator: new validation.AjvJsonSchemaValidator(),
    CallTool: types.CallToolRequestSchema,
    ListTools: types.ListToolsRequestSchema,
  };
});
