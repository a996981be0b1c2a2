import type { oas31 } from "zod-openapi";

interface Asked {
  path: string;
  method: "get" | "post" | "patch" | "delete";
}

/**
 * Holds an answer to the document: its status, media type and header fields at once (error messages are
 * returned), its body later, by becoming an example of the document that `lintDocument` checks.
 */
export async function recordAnswer(
  document: oas31.OpenAPIObject,
  { path, method }: Asked,
  answer: Response,
): Promise<string[]> {
  const responses = document.paths?.[path]?.[method]?.responses ?? {};
  const documented = resolve<oas31.ResponseObject>(document, responses[String(answer.status)]);
  if (!documented) return [`status ${answer.status} is not documented`];
  const mediaType = answer.headers.get("content-type")?.split(";")[0];
  const headers = headerErrorMessages(document, documented.headers ?? {}, answer.headers);
  if (!mediaType && !documented.content) return headers;
  const content = documented.content?.[mediaType ?? ""];
  if (!content) return [`${answer.status} as ${mediaType} is not documented`];
  content.examples ??= {};
  const name = `answer_${Object.keys(content.examples).length}`;
  const value = mediaType === "text/csv" ? await answer.text() : await answer.json();
  content.examples[name] = { summary: "A real answer", value };
  return headers;
}

function headerErrorMessages(
  document: oas31.OpenAPIObject,
  documented: oas31.HeadersObject,
  sent: Headers,
): string[] {
  const undocumented = Object.keys(document.components?.headers ?? {})
    .filter((name) => sent.has(name) && !documented[name])
    .map((name) => `${name} is not documented for this answer`);
  const wrong = Object.entries(documented).flatMap(([name, reference]) => {
    const header = resolve<oas31.HeaderObject>(document, reference);
    const value = sent.get(name);
    if (value === null) return header?.required ? [`${name} is missing`] : [];
    return fits(header?.schema, value) ? [] : [`${name} is ${value}`];
  });
  return [...undocumented, ...wrong];
}

function fits(schema: oas31.HeaderObject["schema"], value: string): boolean {
  if (!schema || "$ref" in schema) return false;
  const { type, pattern, enum: words, minimum = 0 } = schema as oas31.SchemaObject;
  if (type === "integer") return /^\d+$/.test(value) && Number(value) >= minimum;
  if (words) return words.includes(value);
  return new RegExp(pattern ?? "^.+$").test(value);
}

function resolve<T extends object>(
  document: oas31.OpenAPIObject,
  value: T | oas31.ReferenceObject | undefined,
): T | undefined {
  if (!value || !("$ref" in value) || typeof value.$ref !== "string") return value as T | undefined;
  const names = value.$ref.replace(/^#\//, "").split("/");
  return names.reduce<unknown>(
    (found, name) => (found as Record<string, unknown> | undefined)?.[name],
    document,
  ) as T | undefined;
}
