import type { oas31 } from "zod-openapi";
import { resolve } from "./resolve";

type Schema = oas31.SchemaObject | oas31.ReferenceObject;

/** One line of a table of fields; nested fields have a path, such as `events[].type`. */
export interface Field {
  name: string;
  type: string;
  isRequired: boolean;
  description: string;
  /** What a value has to keep to, one phrase each. */
  limits: string[];
}

/** Every field of a shape, however deep, in order. */
export function listFields(document: oas31.OpenAPIObject, of: Schema, prefix = ""): Field[] {
  const { properties = {}, required = [] } = objectIn(document, of);
  return Object.entries(properties).flatMap(([name, schema]) => {
    const { schema: inner, suffix } = unwrap(document, schema);
    const field = toField(document, schema, {
      name: `${prefix}${name}`,
      isRequired: required.includes(name),
    });
    return [field, ...listFields(document, inner, `${prefix}${name}${suffix}.`)];
  });
}

/** A parameter or header as a line of the same table. */
export function toField(
  document: oas31.OpenAPIObject,
  of: Schema,
  { name, isRequired }: Pick<Field, "name" | "isRequired">,
): Field {
  const schema = resolve<oas31.SchemaObject>(document, of);
  const type = typeOf(document, schema);
  return {
    name,
    type,
    isRequired,
    description: schema.description ?? "",
    limits: limitsOf(document, schema),
  };
}

/** The fields of an object; of several possible objects, the fields of all: required is what all require. */
function objectIn(
  document: oas31.OpenAPIObject,
  of: Schema,
): Pick<oas31.SchemaObject, "properties" | "required"> {
  const schema = resolve<oas31.SchemaObject>(document, of);
  const variants = alternatives(schema).map((each) => objectIn(document, each));
  if (variants.length === 0) return schema;
  const [first, ...others] = variants;
  return {
    properties: Object.assign({}, ...variants.toReversed().map(({ properties }) => properties)),
    required: (first?.required ?? []).filter((name) =>
      others.every(({ required = [] }) => required.includes(name)),
    ),
  };
}

/** What is inside lists, and how a path shows it. */
function unwrap(document: oas31.OpenAPIObject, of: Schema): { schema: Schema; suffix: string } {
  const { items } = resolve<oas31.SchemaObject>(document, of);
  return items ? { schema: items, suffix: "[]" } : { schema: of, suffix: "" };
}

function typeOf(document: oas31.OpenAPIObject, schema: oas31.SchemaObject): string {
  if (schema.items) return `list of ${typeOf(document, resolve(document, schema.items))}`;
  const several = alternatives(schema).map((each) => typeOf(document, resolve(document, each)));
  const types = [schema.type ?? []].flat().map((type) => words[type] ?? type);
  if (schema.format && schema.format in words) types[0] = words[schema.format] ?? schema.format;
  const isNullable = schema.anyOf?.some((each) => "type" in each && each.type === "null");
  const all = [...several, ...types, ...(isNullable ? ["null"] : [])];
  return [...new Set(all)].join(" or ") || "any";
}

const words: Record<string, string> = {
  string: "text",
  integer: "whole number",
  boolean: "true or false",
  "date-time": "time",
  uri: "URL",
  uuid: "UUID",
};

/** The shapes a value may have, but for null, which is said by its type. */
function alternatives({ anyOf = [], oneOf = [] }: oas31.SchemaObject): Schema[] {
  return [...anyOf, ...oneOf].filter((each) => "$ref" in each || each.type !== "null");
}

function limitsOf(document: oas31.OpenAPIObject, schema: oas31.SchemaObject): string[] {
  const inner = schema.items ? resolve<oas31.SchemaObject>(document, schema.items) : schema;
  return [
    ...oneOf(inner),
    ...range([schema.minimum, schema.maximum], (bound) => bound),
    ...range([schema.minLength, schema.maxLength], (bound) => `${bound} characters`),
    ...range([schema.minItems, schema.maxItems], (bound) => `${bound} entries`),
    ...(schema.pattern ? [`matches \`${schema.pattern}\``] : []),
    ...(schema.default === undefined ? [] : [`default \`${JSON.stringify(schema.default)}\``]),
  ];
}

function oneOf({ enum: choices, const: only }: oas31.SchemaObject): string[] {
  if (only !== undefined) return [`always \`${JSON.stringify(only)}\``];
  return choices ? [`one of ${choices.map((choice) => `\`${choice}\``).join(", ")}`] : [];
}

function range(
  [least, most]: [number | undefined, number | undefined],
  say: (bound: string) => string,
): string[] {
  const [from, to] = [least, most].map((bound) => bound?.toLocaleString("en"));
  if (from === "1" && to === undefined && say(from) !== from) return ["not empty"];
  if (from !== undefined && to !== undefined) return [say(`${from} to ${to}`)];
  if (to !== undefined) return [`at most ${say(to)}`];
  return from === undefined ? [] : [`at least ${say(from)}`];
}
