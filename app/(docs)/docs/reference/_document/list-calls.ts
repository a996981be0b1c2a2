import type { oas31 } from "zod-openapi";
import { type ErrorCode, errorTable } from "@/lib/core/errors";
import { firstExample } from "./first-example";
import { type Field, listFields, toField } from "./list-fields";
import { resolve } from "./resolve";
import { toCurl } from "./to-curl";

/** A documented response that is not an error. */
export interface Answer {
  status: string;
  description: string;
  /** Names of the headers it may have. */
  headers: string[];
  fields: Field[];
  /** Text when it is not JSON, undefined when there is no body. */
  example: unknown;
}

/** One call as the page shows it. */
export interface Call {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  /** Null when no token is needed, empty when any token will do. */
  scope: string | null;
  parameters: (Field & { place: string })[];
  body: { description: string; fields: Field[] } | null;
  answers: Answer[];
  refusals: ErrorCode[];
  curl: string;
}

export interface CallGroup {
  name: string;
  description: string;
  calls: Call[];
}

/** The calls of the document, by tag, in order. */
export function listCalls(document: oas31.OpenAPIObject): CallGroup[] {
  const calls = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, oas31.OperationObject>).map(([method, operation]) => ({
      operation,
      call: toCall(document, operation, { path, method }),
    })),
  );
  return (document.tags ?? [])
    .map(({ name, description = "" }) => ({
      name,
      description,
      calls: calls
        .filter(({ operation }) => operation.tags?.includes(name))
        .map(({ call }) => call),
    }))
    .filter((group) => group.calls.length > 0);
}

function toCall(
  document: oas31.OpenAPIObject,
  operation: oas31.OperationObject,
  { path, method }: { path: string; method: string },
): Call {
  const responses = Object.entries(operation.responses ?? {}).map(
    ([status, response]) => [status, resolve<oas31.ResponseObject>(document, response)] as const,
  );
  return {
    id: operation.operationId ?? "",
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? "",
    description: operation.description ?? "",
    scope: scopeOf(operation),
    parameters: listParameters(document, operation),
    body: bodyOf(document, operation),
    answers: responses
      .filter(([status]) => status.startsWith("2"))
      .map(([status, response]) => toAnswer(document, status, response)),
    refusals: responses.flatMap(([, { content }]) => refusalsIn(content)),
    curl: toCurl(document, operation, { path, method }),
  };
}

function scopeOf({ security, ...operation }: oas31.OperationObject): Call["scope"] {
  if (!security?.length) return null;
  return String(operation["x-required-scope"] ?? "");
}

/** Parameters of a call, or headers of an event. */
export function listParameters(
  document: oas31.OpenAPIObject,
  { parameters = [] }: oas31.OperationObject,
): Call["parameters"] {
  return parameters.map((each) => {
    const {
      name,
      in: place,
      required = false,
      schema = {},
    } = resolve<oas31.ParameterObject>(document, each);
    return { ...toField(document, schema, { name, isRequired: required }), place };
  });
}

/** What is sent with a call, or what an event carries. */
export function bodyOf(
  document: oas31.OpenAPIObject,
  { requestBody }: oas31.OperationObject,
): Call["body"] {
  if (!requestBody) return null;
  const { description = "", content } = resolve<oas31.RequestBodyObject>(document, requestBody);
  const schema = content["application/json"]?.schema;
  return { description, fields: schema ? listFields(document, schema) : [] };
}

/** Every header a response may have. */
export function listHeaders(document: oas31.OpenAPIObject): Field[] {
  return Object.entries(document.components?.headers ?? {}).map(([name, reference]) => {
    const header = resolve<oas31.HeaderObject>(document, reference);
    const field = toField(document, header.schema ?? {}, { name, isRequired: true });
    return { ...field, description: header.description ?? "" };
  });
}

function toAnswer(
  document: oas31.OpenAPIObject,
  status: string,
  { description, headers = {}, content }: oas31.ResponseObject,
): Answer {
  const schema = content?.["application/json"]?.schema;
  return {
    status,
    description,
    headers: Object.keys(headers),
    fields: schema ? listFields(document, schema) : [],
    example: firstExample(content),
  };
}

function refusalsIn(content: oas31.ContentObject | undefined): ErrorCode[] {
  return Object.keys(content?.["application/problem+json"]?.examples ?? {}).filter(
    (code): code is ErrorCode => code in errorTable,
  );
}
