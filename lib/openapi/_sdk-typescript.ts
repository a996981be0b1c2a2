import { type NamedType, oneLine, type SdkCall, type SdkModel, type Shape } from "./_sdk-model";

const head = "// Made from the OpenAPI document by `npm run sdk`. Do not edit.\n";

/** `operations.mjs`: what each call is over HTTP. */
export function typescriptOperations({ calls }: SdkModel): string {
  const lines = calls.map((call) => {
    const flags = [
      ...(call.isKeyed ? ["isKeyed: true"] : []),
      ...(call.isPaged ? ["isPaged: true"] : []),
    ];
    const facts = [`method: "${call.method}"`, `path: "${call.path}"`, ...flags];
    return `  ${call.id}: { ${facts.join(", ")} },`;
  });
  return `${head}
/** Every call of the API by its ID in the OpenAPI document. */
export const operations = {
${lines.join("\n")}
};
`;
}

/** `api.d.mts`: the types of what the calls take and return, and of webhook events. */
export function typescriptTypes({ calls, types, shapes, events }: SdkModel): string {
  return [
    head,
    ...types.map(toInterface),
    ...shapes.map(({ name, shape }) => `export type ${name} = ${toType(shape)};\n`),
    `/** The body of a webhook. */\nexport type WebhookEvent = ${events.join(" | ")};\n`,
    `/** Every call: its parameters in the path, its query, its body, and what it returns. */`,
    `export interface Operations {\n${calls.map(toOperation).join("\n")}\n}\n`,
    `/** The calls that return a page of a list. */`,
    `export type PagedOperation = ${calls
      .filter((call) => call.isPaged)
      .map((call) => `"${call.id}"`)
      .join(" | ")};\n`,
  ].join("\n");
}

function toInterface({ name, fields }: NamedType): string {
  const lines = fields.map((field) => {
    const comment = field.description ? `  /** ${oneLine(field.description)} */\n` : "";
    return `${comment}  ${keyOf(field.name)}${field.isOptional ? "?" : ""}: ${toType(field.shape)}${field.isOptional ? " | undefined" : ""};`;
  });
  return `export interface ${name} {\n${lines.join("\n")}\n}\n`;
}

function toOperation(call: SdkCall): string {
  const params = call.params.map((name) => `${keyOf(name)}: string`).join("; ");
  const members = [
    `params: ${params ? `{ ${params} }` : "undefined"}`,
    `query: ${call.query ? toType(call.query) : "undefined"}`,
    `body: ${toBody(call)}`,
    `answer: ${toAnswer(call.answer)}`,
  ];
  return `  /** ${oneLine(call.summary)}. */\n  ${call.id}: { ${members.join("; ")} };`;
}

function toBody({ body, isBodyOptional }: SdkCall): string {
  if (body === "file") return "string | Uint8Array";
  if (!body) return "undefined";
  return isBodyOptional ? `${toType(body)} | undefined` : toType(body);
}

function toAnswer(answer: SdkCall["answer"]): string {
  if (answer === "text") return "string";
  return answer ? toType(answer) : "null";
}

function toType(shape: Shape): string {
  switch (shape.kind) {
    case "integer":
    case "number":
      return "number";
    case "enum":
      return shape.values.map((each) => JSON.stringify(each)).join(" | ");
    case "named":
      return shape.name;
    case "list":
      return `Array<${toType(shape.of)}>`;
    case "map":
      return `Record<string, ${toType(shape.of)}>`;
    case "either":
      return shape.of.map(toType).join(" | ");
    case "nullable":
      return `${toType(shape.of)} | null`;
    case "string":
    case "boolean":
    case "unknown":
      return shape.kind;
  }
}

function keyOf(name: string): string {
  return /^\w+$/.test(name) ? name : JSON.stringify(name);
}
