import type { oas31 } from "zod-openapi";
import { exampleOrigin } from "../../_content/example-origin";
import { firstExample } from "./first-example";
import { resolve } from "./resolve";

/** The documented example of a call as a curl line; the token comes from the environment. */
export function toCurl(
  document: oas31.OpenAPIObject,
  operation: oas31.OperationObject,
  { path, method }: { path: string; method: string },
): string {
  const isRead = method === "get";
  const address = `${exampleOrigin}${fill(document, operation, path)}`;
  const body = bodyLines(document, operation);
  return [
    `curl ${isRead ? "" : `-X ${method.toUpperCase()} `}${quoteIfNeeded(address)}`,
    ...(operation.security?.length ? ['-H "Authorization: Bearer $ACTIO_TOKEN"'] : []),
    ...body,
  ].join(" \\\n  ");
}

/** The path with the examples of its parameters in it, and those of the query behind it. */
function fill(
  document: oas31.OpenAPIObject,
  { parameters = [] }: oas31.OperationObject,
  path: string,
): string {
  const query = new URLSearchParams();
  let filled = path;
  for (const each of parameters) {
    const {
      name,
      in: place,
      schema = {},
      example,
    } = resolve<oas31.ParameterObject>(document, each);
    const { examples } = resolve<oas31.SchemaObject>(document, schema);
    const value = example ?? examples?.[0];
    if (value === undefined) continue;
    if (place === "path") filled = filled.replace(`{${name}}`, String(value));
    if (place !== "query") continue;
    for (const [parameter, text] of queryOf(name, value)) query.set(parameter, text);
  }
  return query.size > 0 ? `${filled}?${query}` : filled;
}

/** A parameter with members, as in `metadata[order]=1042`, is several. */
function queryOf(name: string, value: unknown): [string, string][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return [[name, String(value)]];
  }
  return Object.entries(value).map(([key, held]) => [`${name}[${key}]`, String(held)]);
}

function bodyLines(
  document: oas31.OpenAPIObject,
  { requestBody }: oas31.OperationObject,
): string[] {
  if (!requestBody) return [];
  const { content } = resolve<oas31.RequestBodyObject>(document, requestBody);
  const [mediaType = ""] = Object.keys(content);
  const header = `-H "Content-Type: ${mediaType}"`;
  // A text that is no JSON is a file.
  if (mediaType !== "application/json") return [header, "--data-binary @recipients.csv"];
  return [header, `-d ${quote(JSON.stringify(firstExample(content), null, 2))}`];
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''").replaceAll("\n", "\n  ")}'`;
}

function quoteIfNeeded(address: string): string {
  return /[?&]/.test(address) ? `"${address}"` : address;
}
