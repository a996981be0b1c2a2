import {
  createDocument,
  type oas31,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiRequestBodyObject,
  type ZodOpenApiResponsesObject,
} from "zod-openapi";
import { version } from "../core/version";
import { answerHeaders, headerRefs } from "../operations/headers";
import { type Example, errorsOf, type Operation, tags } from "../operations/operation";
import { operations } from "../operations/operations";
import { componentSchemas } from "./component-schemas";
import { customerEvents } from "./customer-events";
import { problemResponses } from "./problems";
import { tidySchema } from "./tidy-schema";

const intro = `Send SMS with one request and follow each message to its final status.

- Every request carries \`Authorization: Bearer <token>\`; a token never goes into a query string.
- Success is 200, or 201 if something is created. Every error is \`application/problem+json\` (RFC 9457) with a \`code\`.
- Times are UTC with milliseconds, such as \`2026-05-15T14:23:47.291Z\`.
- New fields may be added to responses. Unknown fields in a request body are ignored. Unknown query parameters are rejected with 422.`;

/** The API as an OpenAPI 3.1 document, from the very schemas that validate. `serverUrl` has no slash at its end. */
export function buildDocument(serverUrl: string): oas31.OpenAPIObject {
  return createDocument(
    {
      openapi: "3.1.1",
      info: {
        title: "Depesza API",
        version,
        description: intro,
        contact: { name: "The administrator of this installation", url: `${serverUrl}/docs` },
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [{ url: serverUrl, description: "This installation." }],
      security: [],
      tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
      paths: toPaths(),
      webhooks: customerEvents(),
      components: {
        schemas: componentSchemas,
        headers: answerHeaders,
        securitySchemes: {
          token: {
            type: "http",
            scheme: "bearer",
            bearerFormat: "actio_live_… or actio_test_…",
            description:
              "An API token with the scope in `x-required-scope` of the operation: `send`, `read` or `manage`. Tokens that begin with `actio_test_` touch neither carrier nor credits.",
          },
        },
      },
    },
    { override: tidySchema },
  );
}

function toPaths(): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: toOperation(operation),
    };
  }
  return paths;
}

function toOperation(operation: Operation): ZodOpenApiOperationObject {
  const { id, tag, summary, description, scope, params, query, headers, body } = operation;
  const requestParams = {
    ...(params && { path: params }),
    ...(query && { query }),
    ...(headers && { header: headers }),
  };
  return {
    operationId: id,
    tags: [tag],
    summary,
    description,
    security: scope ? [{ token: [] }] : [],
    // Scopes in a security requirement are for OAuth; linters refuse them here.
    ...(scope && scope !== "any" && { "x-required-scope": scope }),
    ...(Object.keys(requestParams).length > 0 && { requestParams }),
    ...(body && { requestBody: toRequestBody(body) }),
    responses: { ...toAnswers(operation), ...problemResponses(errorsOf(operation)) },
  };
}

function toRequestBody({
  schema,
  examples,
  maxBytes,
  isOptional,
  mediaTypes,
}: NonNullable<Operation["body"]>): ZodOpenApiRequestBodyObject {
  const [first = "application/json", ...others] = mediaTypes ?? [];
  return {
    required: !isOptional,
    description: `${mediaTypes ? "A file of" : "JSON in UTF-8, at most"} ${sizeInWords(maxBytes)}${mediaTypes ? " at most" : ""}.`,
    content: {
      [first]: { schema, examples: toExamples(examples) },
      ...Object.fromEntries(
        others.map((type) => [type, { schema: { type: "string", format: "binary" } }]),
      ),
    },
  };
}

function toAnswers({ scope, answers }: Operation): ZodOpenApiResponsesObject {
  // What needs a token is counted.
  const limits = scope ? (["RateLimit", "RateLimit-Policy"] as const) : [];
  return Object.fromEntries(
    Object.entries(answers).map(([status, { description, headers = [], ...answer }]) => [
      status,
      {
        description,
        headers: headerRefs("X-Request-Id", ...limits, ...headers),
        ...toContent(answer),
      },
    ]),
  );
}

function toContent({
  schema,
  examples = [],
  mediaType,
}: Pick<Operation["answers"][number], "schema" | "examples" | "mediaType">) {
  const type = mediaType ?? "application/json";
  return schema && { content: { [type]: { schema, examples: toExamples(examples) } } };
}

function toExamples(examples: Example[]): Record<string, { summary: string; value: unknown }> {
  return Object.fromEntries(examples.map(({ name, ...example }) => [name, example]));
}

function sizeInWords(bytes: number): string {
  return bytes < 1_048_576 ? `${bytes / 1024} KiB` : `${bytes / 1_048_576} MiB`;
}
