import {
  type Field,
  type NamedType,
  oneLine,
  pascal,
  type SdkModel,
  type Shape,
} from "./_sdk-model";

const head =
  "// Code generated from the OpenAPI document by npm run sdk. DO NOT EDIT.\n\npackage depesza\n";

/** `operations.go`: what each call is over HTTP. */
export function goOperations({ calls }: SdkModel): string {
  const lines = calls.map(
    (call) =>
      `\t// ${oneLine(call.summary)}.\n\t"${call.id}": {"${call.method}", "${call.path}", ${call.isKeyed}, ${call.isPaged}},`,
  );
  return `${head}
type operation struct {
\tmethod, path string
\t// keyed is whether it takes the header Idempotency-Key.
\tkeyed bool
\t// paged is whether it is a list that goes on at next_cursor.
\tpaged bool
}

// operations has every call of the API by its ID in the OpenAPI document.
var operations = map[string]operation{
${lines.join("\n")}
}
`;
}

/** `types.go`: the structs of what the calls take and return, and of webhook events. */
export function goTypes(model: SdkModel): string {
  const writer = new GoWriter(model);
  const structs = model.types.map(({ name, fields }) => writer.struct(name, fields));
  const aliases = model.shapes.map(({ name, shape }) => `type ${name} = ${writer.type(shape)}\n`);
  return [head, ...structs, ...aliases].join("\n");
}

class GoWriter {
  readonly #types: Map<string, NamedType>;

  constructor({ types }: SdkModel) {
    this.#types = new Map(types.map((type) => [type.name, type]));
  }

  /** A struct. Fields that may be missing or null are pointers, and left out when nil. */
  struct(name: string, fields: Field[]): string {
    const lines = fields.map((field) => {
      const comment = field.description ? `\t// ${oneLine(field.description)}\n` : "";
      const tag = `json:"${field.name}${field.isOptional ? ",omitempty" : ""}"`;
      return `${comment}\t${goName(field.name)} ${this.#member(field)} \`${tag}\``;
    });
    return `type ${name} struct {\n${lines.join("\n\n")}\n}\n`;
  }

  type(shape: Shape): string {
    switch (shape.kind) {
      case "string":
        return "string";
      case "integer":
        return "int";
      case "number":
        return "float64";
      case "boolean":
        return "bool";
      case "unknown":
        return "any";
      case "enum":
        return typeof shape.values[0] === "string" ? "string" : scalarOf(shape.values[0]);
      case "named":
        return shape.name;
      case "list":
        return `[]${this.type(shape.of)}`;
      case "map":
        return `map[string]${this.type(shape.of)}`;
      case "either":
        return this.#merged(shape.of);
      case "nullable":
        return pointerTo(this.type(shape.of));
    }
  }

  #member({ shape, isOptional }: Field): string {
    const type = this.type(shape);
    return isOptional ? pointerTo(type) : type;
  }

  /** Go has no unions: of several objects, one that has the fields of all; of other values, anything. */
  #merged(shapes: Shape[]): string {
    const types = shapes.map((each) =>
      each.kind === "named" ? this.#types.get(each.name) : undefined,
    );
    if (types.includes(undefined)) return "any";
    const known = types as NamedType[];
    const names = [...new Set(known.flatMap(({ fields }) => fields.map(({ name }) => name)))];
    const fields = names.flatMap((name) => {
      const found = known.flatMap((type) => type.fields.filter((field) => field.name === name));
      const [first] = found;
      const isOptional = found.length < known.length || found.some((each) => each.isOptional);
      return first ? [{ ...first, isOptional }] : [];
    });
    const lines = fields.map(
      (field) =>
        `${goName(field.name)} ${this.#member(field)} \`json:"${field.name}${field.isOptional ? ",omitempty" : ""}"\``,
    );
    return `struct {\n${lines.map((line) => `\t\t${line}`).join("\n\n")}\n\t}`;
  }
}

function scalarOf(value: string | number | boolean | undefined): string {
  return typeof value === "boolean" ? "bool" : "int";
}

/** Lists, maps, and `any` have a nil of their own. */
function pointerTo(type: string): string {
  return /^(\*|\[\]|map\[|any$)/.test(type) ? type : `*${type}`;
}

const initialisms = new Set(["Id", "Url", "Api", "Csv", "Ip", "Vat"]);

/** `message_id` as `MessageID`. */
function goName(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((part) => pascal(part))
    .map((part) => (initialisms.has(part) ? part.toUpperCase() : part))
    .join("");
}
