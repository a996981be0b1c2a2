import type { oas31 } from "zod-openapi";

/** What a value of the API may be, as far as the types of a library say it. */
export type Shape =
  | { kind: "string" | "integer" | "number" | "boolean" | "unknown" }
  | { kind: "enum"; values: (string | number | boolean)[] }
  | { kind: "named"; name: string }
  | { kind: "list"; of: Shape }
  | { kind: "map"; of: Shape }
  | { kind: "either"; of: Shape[] }
  | { kind: "nullable"; of: Shape };

export interface Field {
  name: string;
  shape: Shape;
  isOptional: boolean;
  description: string;
}

/** A named object; every object within another one has a name of its own, made from where it stands. */
export interface NamedType {
  name: string;
  fields: Field[];
}

/** A named type that is no object, such as a list of names. */
interface NamedShape {
  name: string;
  shape: Shape;
}

/** One call of the API as a library makes it. */
export interface SdkCall {
  id: string;
  summary: string;
  method: string;
  path: string;
  /** Names of the parameters in the path. */
  params: string[];
  query: Shape | null;
  /** "file" for an upload. */
  body: Shape | "file" | null;
  isBodyOptional: boolean;
  answer: Shape | "text" | null;
  /** Whether it takes the header field Idempotency-Key. */
  isKeyed: boolean;
  /** Whether it is a list that goes on at `next_cursor`. */
  isPaged: boolean;
}

/** Everything the generated files of the libraries say. */
export interface SdkModel {
  calls: SdkCall[];
  types: NamedType[];
  shapes: NamedShape[];
  /** The types of webhook events. */
  events: string[];
}

type Schema = oas31.SchemaObject | oas31.ReferenceObject;

/** Reads an OpenAPI document into what the libraries need: the calls and the types they take and return. */
export function readSdkModel(document: oas31.OpenAPIObject): SdkModel {
  const reader = new TypeReader(document);
  const calls = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, oas31.OperationObject>).map(([method, operation]) =>
      readCall(reader, operation, { path, method }),
    ),
  );
  const events = Object.entries(document.webhooks ?? {}).map(([event, item]) => {
    const body = (item as oas31.PathItemObject).post?.requestBody as oas31.RequestBodyObject;
    const name = `${pascal(event)}Event`;
    const shape = reader.read(body.content["application/json"]?.schema ?? {}, name);
    return shape.kind === "named" ? shape.name : name;
  });
  return { calls, types: reader.types, shapes: reader.shapes, events };
}

function readCall(
  reader: TypeReader,
  operation: oas31.OperationObject,
  { path, method }: { path: string; method: string },
): SdkCall {
  const id = operation.operationId ?? "";
  const parameters = (operation.parameters ?? []).flatMap((each) =>
    "$ref" in each ? [] : [each as oas31.ParameterObject],
  );
  const query = parameters.filter((each) => each.in === "query");
  const answer = answerOf(reader, operation);
  return {
    id,
    summary: operation.summary ?? id,
    method: method.toUpperCase(),
    path,
    params: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name),
    query: query.length === 0 ? null : reader.readQuery(query, `${pascal(id)}Query`),
    body: bodyOf(reader, operation),
    isBodyOptional: isBodyOptional(operation),
    answer,
    isKeyed: parameters.some((each) => each.name === "Idempotency-Key"),
    isPaged: query.some((each) => each.name === "cursor"),
  };
}

function bodyOf(reader: TypeReader, operation: oas31.OperationObject): SdkCall["body"] {
  const { requestBody, operationId = "" } = operation;
  if (!requestBody || "$ref" in requestBody) return null;
  const json = requestBody.content["application/json"];
  return json ? reader.read(json.schema ?? {}, `${pascal(operationId)}Body`) : "file";
}

function isBodyOptional({ requestBody }: oas31.OperationObject): boolean {
  return requestBody !== undefined && !("$ref" in requestBody) && requestBody.required === false;
}

function answerOf(reader: TypeReader, operation: oas31.OperationObject): SdkCall["answer"] {
  const { responses = {}, operationId = "" } = operation;
  for (const [status, response] of Object.entries(responses)) {
    if (!status.startsWith("2") || "$ref" in response) continue;
    const content = (response as oas31.ResponseObject).content ?? {};
    const json = content["application/json"];
    if (json) return reader.read(json.schema ?? {}, `${pascal(operationId)}Answer`);
    if (Object.keys(content).length > 0) return "text";
  }
  return null;
}

/** Turns schemas into shapes and collects the types that need a name. */
class TypeReader {
  readonly types: NamedType[] = [];
  readonly shapes: NamedShape[] = [];
  readonly #document: oas31.OpenAPIObject;
  readonly #taken = new Set<string>();
  readonly #components = new Set<string>();

  constructor(document: oas31.OpenAPIObject) {
    this.#document = document;
    // What the document names keeps its name.
    for (const name of Object.keys(document.components?.schemas ?? {})) this.#taken.add(name);
  }

  read(schema: Schema, name: string): Shape {
    if ("$ref" in schema && schema.$ref) return this.#component(schema.$ref);
    return this.#inline(schema as oas31.SchemaObject, name);
  }

  readQuery(parameters: oas31.ParameterObject[], wanted: string): Shape {
    const name = this.#unique(wanted);
    const fields = parameters.map((each) => ({
      name: each.name,
      shape: this.read(each.schema ?? {}, `${name}${pascal(each.name)}`),
      isOptional: !each.required,
      description: each.description ?? "",
    }));
    this.types.push({ name, fields });
    return { kind: "named", name };
  }

  #component(ref: string): Shape {
    const name = ref.split("/").at(-1) ?? "";
    if (!this.#components.has(name)) {
      this.#components.add(name);
      const schema = (this.#document.components?.schemas?.[name] ?? {}) as oas31.SchemaObject;
      if (schema.properties) this.types.push({ name, fields: this.#fields(schema, name) });
      else this.shapes.push({ name, shape: this.#inline(schema, `${name}Value`) });
    }
    return { kind: "named", name };
  }

  #inline(schema: oas31.SchemaObject, name: string): Shape {
    const variants = schema.anyOf ?? schema.oneOf ?? schema.allOf;
    if (variants) return this.#either(variants, name);
    const types = [schema.type ?? []].flat();
    const rest = types.filter((type) => type !== "null");
    const shape = this.#ofType({ ...schema, type: rest[0] } as oas31.SchemaObject, name);
    return rest.length < types.length ? { kind: "nullable", of: shape } : shape;
  }

  #either(variants: Schema[], name: string): Shape {
    const isNull = (each: Schema) =>
      !("$ref" in each) && (each as oas31.SchemaObject).type === "null";
    const rest = variants.filter((each) => !isNull(each));
    const shapes = rest.map((each, place) =>
      this.read(each, place === 0 ? name : `${name}${place + 1}`),
    );
    const [only] = shapes;
    const shape: Shape = shapes.length === 1 && only ? only : { kind: "either", of: shapes };
    return rest.length < variants.length ? { kind: "nullable", of: shape } : shape;
  }

  #ofType(schema: oas31.SchemaObject, name: string): Shape {
    if (schema.const !== undefined) return { kind: "enum", values: [schema.const] };
    if (schema.enum) return { kind: "enum", values: schema.enum.filter((each) => each !== null) };
    if (schema.properties) return this.#object(schema, name);
    const { type, items, additionalProperties } = schema;
    if (type === "array") {
      return { kind: "list", of: this.read((items as Schema | undefined) ?? {}, `${name}Item`) };
    }
    if (type === "object") {
      const of = typeof additionalProperties === "object" ? additionalProperties : {};
      return { kind: "map", of: this.read(of, `${name}Value`) };
    }
    const plain = ["string", "integer", "number", "boolean"] as const;
    return { kind: plain.find((each) => each === type) ?? "unknown" };
  }

  #object(schema: oas31.SchemaObject, wanted: string): Shape {
    const name = this.#unique(wanted);
    this.types.push({ name, fields: this.#fields(schema, name) });
    return { kind: "named", name };
  }

  #fields({ properties = {}, required = [] }: oas31.SchemaObject, name: string): Field[] {
    return Object.entries(properties).map(([field, schema]) => ({
      name: field,
      shape: this.read(schema, `${name}${pascal(field)}`),
      isOptional: !required.includes(field),
      description: (schema as oas31.SchemaObject).description ?? "",
    }));
  }

  #unique(wanted: string): string {
    let name = wanted;
    for (let count = 2; this.#taken.has(name); count++) name = `${wanted}${count}`;
    this.#taken.add(name);
    return name;
  }
}

/** `sms.delivered` and `message_id` as the beginning of a type's name. */
export function pascal(text: string): string {
  return text.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_all, letter: string) =>
    letter.toUpperCase(),
  );
}

/** A sentence that fits into a comment of one line. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll("*/", "* /").trim();
}
