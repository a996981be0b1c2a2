import type { oas31 } from "zod-openapi";

const schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

interface PostmanParameter {
  key: string;
  value: string;
  description: string;
  /** Whether Postman sends it only after the reader turns it on. */
  disabled?: boolean;
}

interface PostmanRequest {
  name: string;
  request: {
    method: string;
    description: string;
    header: { key: string; value: string }[];
    auth?: { type: "noauth" };
    url: {
      raw: string;
      host: ["{{baseUrl}}"];
      path: string[];
      query: PostmanParameter[];
      variable: PostmanParameter[];
    };
    body?: { mode: "raw"; raw: string; options: { raw: { language: "json" | "text" } } };
  };
}

/** A Postman collection, version 2.1. */
export interface PostmanCollection {
  info: { name: string; description: string; schema: string };
  auth: { type: "bearer"; bearer: { key: "token"; value: string; type: "string" }[] };
  variable: { key: string; value: string }[];
  item: { name: string; description: string; item: PostmanRequest[] }[];
}

/**
 * The calls of an OpenAPI document as a Postman collection: one folder per tag, each request with its first example.
 * The token is the collection's variable `token`, empty until the reader enters one.
 */
export function toPostman(document: oas31.OpenAPIObject): PostmanCollection {
  const calls = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, oas31.OperationObject>).map(([method, operation]) => ({
      tag: operation.tags?.[0],
      request: toRequest(document, operation, { path, method }),
    })),
  );
  const folders = (document.tags ?? []).map(({ name, description = "" }) => ({
    name,
    description,
    item: calls.filter(({ tag }) => tag === name).map(({ request }) => request),
  }));
  return {
    info: { name: document.info.title, description: document.info.description ?? "", schema },
    auth: { type: "bearer", bearer: [{ key: "token", value: "{{token}}", type: "string" }] },
    variable: [
      { key: "baseUrl", value: document.servers?.[0]?.url ?? "" },
      { key: "token", value: "" },
    ],
    item: folders.filter(({ item }) => item.length > 0),
  };
}

function toRequest(
  document: oas31.OpenAPIObject,
  operation: oas31.OperationObject,
  { path, method }: { path: string; method: string },
): PostmanRequest {
  const postmanPath = path.replace(/\{(\w+)\}/g, ":$1");
  const body = bodyOf(document, operation);
  return {
    name: operation.summary ?? path,
    request: {
      method: method.toUpperCase(),
      description: operation.description ?? "",
      header: body ? [{ key: "Content-Type", value: body.mediaType }] : [],
      ...(operation.security?.length ? {} : { auth: { type: "noauth" } }),
      url: {
        raw: `{{baseUrl}}${postmanPath}`,
        host: ["{{baseUrl}}"],
        path: postmanPath.split("/").slice(1),
        query: parametersIn(document, operation, "query").map((each) => ({
          ...each,
          disabled: true,
        })),
        variable: parametersIn(document, operation, "path"),
      },
      ...(body && {
        body: { mode: "raw", raw: body.text, options: { raw: { language: body.language } } },
      }),
    },
  };
}

function parametersIn(
  document: oas31.OpenAPIObject,
  { parameters = [] }: oas31.OperationObject,
  place: "query" | "path",
): PostmanParameter[] {
  return parameters.flatMap((each) => {
    if ("$ref" in each || each.in !== place) return [];
    const schema = schemaOf(document, each.schema);
    const value = each.example ?? schema.examples?.[0] ?? "";
    const description = each.description ?? schema.description ?? "";
    if (each.style !== "deepObject") return [{ key: each.name, value: String(value), description }];
    return Object.entries(value).map(([key, held]) => ({
      key: `${each.name}[${key}]`,
      value: String(held),
      description,
    }));
  });
}

function schemaOf(
  document: oas31.OpenAPIObject,
  schema: oas31.SchemaObject | oas31.ReferenceObject = {},
): oas31.SchemaObject {
  if (!("$ref" in schema)) return schema;
  const name = schema.$ref?.split("/").at(-1) ?? "";
  return (document.components?.schemas?.[name] ?? {}) as oas31.SchemaObject;
}

function bodyOf(
  document: oas31.OpenAPIObject,
  { requestBody }: oas31.OperationObject,
): { mediaType: string; language: "json" | "text"; text: string } | undefined {
  if (!requestBody) return undefined;
  const name = "$ref" in requestBody ? (requestBody.$ref.split("/").at(-1) ?? "") : "";
  const body = ("$ref" in requestBody ? document.components?.requestBodies?.[name] : requestBody) as
    | oas31.RequestBodyObject
    | undefined;
  const [[mediaType, { examples = {} }] = ["", {}]] = Object.entries(body?.content ?? {});
  const [example] = Object.values(examples);
  if (!example || !("value" in example)) return undefined;
  if (typeof example.value === "string")
    return { mediaType, language: "text", text: example.value };
  return { mediaType, language: "json", text: JSON.stringify(example.value, null, 2) };
}
