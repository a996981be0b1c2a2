import type { oas31 } from "zod-openapi";
import { firstExample } from "./first-example";
import { bodyOf, listParameters } from "./list-calls";
import type { Field } from "./list-fields";
import { resolve } from "./resolve";

/** A webhook of the document as the page shows it. */
export interface CustomerEvent {
  id: string;
  name: string;
  summary: string;
  description: string;
  headers: Field[];
  fields: Field[];
  example: unknown;
  /** What the endpoint may say. */
  answers: { status: string; description: string }[];
}

/** The events of the document, in order. */
export function listEvents(document: oas31.OpenAPIObject): CustomerEvent[] {
  return Object.entries(document.webhooks ?? {}).flatMap(([name, { post }]) => {
    if (!post?.requestBody) return [];
    const { operationId = name, summary = name, description = "", responses = {} } = post;
    const { content } = resolve<oas31.RequestBodyObject>(document, post.requestBody);
    return [
      {
        id: operationId,
        name,
        summary,
        description,
        headers: listParameters(document, post),
        fields: bodyOf(document, post)?.fields ?? [],
        example: firstExample(content),
        // JavaScript puts keys that are numbers first.
        answers: Object.entries(responses)
          .sort(([one], [other]) => one.localeCompare(other))
          .map(([status, response]) => ({
            status,
            description: resolve<oas31.ResponseObject>(document, response).description,
          })),
      },
    ];
  });
}
