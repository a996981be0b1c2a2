import type { oas31 } from "zod-openapi";

/** What a reference inside the document stands for; anything else is itself. */
export function resolve<T extends object>(
  document: oas31.OpenAPIObject,
  value: T | oas31.ReferenceObject,
): T {
  if (!("$ref" in value) || typeof value.$ref !== "string") return value as T;
  const [, , kind = "", name = ""] = value.$ref.split("/");
  const components = document.components as Record<string, Record<string, T>> | undefined;
  const found = components?.[kind]?.[name];
  if (!found) throw new Error(`The document lacks ${value.$ref}.`);
  return resolve(document, found);
}
