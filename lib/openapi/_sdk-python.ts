import { oneLine, type SdkModel, type Shape } from "./_sdk-model";

const head = "# Made from the OpenAPI document by `npm run sdk`. Do not edit.";

/** `operations.py`: what each call is over HTTP. */
export function pythonOperations({ calls }: SdkModel): string {
  const lines = calls.map((call) => {
    const facts = [call.method, call.path].map((each) => JSON.stringify(each));
    const flags = [toLiteral(call.isKeyed), toLiteral(call.isPaged)];
    return `    # ${oneLine(call.summary)}.\n    "${call.id}": Operation(${[...facts, ...flags].join(", ")}),`;
  });
  return `${head}
from typing import Dict, NamedTuple


class Operation(NamedTuple):
    method: str
    path: str
    #: Whether it takes the header Idempotency-Key.
    keyed: bool
    #: Whether it is a list that goes on at next_cursor.
    paged: bool


#: Every call of the API by its ID in the OpenAPI document.
OPERATIONS: Dict[str, Operation] = {
${lines.join("\n")}
}
`;
}

/** `types.py`: dictionaries as type checkers read them. The names of some fields are reserved words of Python. */
export function pythonTypes({ types, shapes, events }: SdkModel): string {
  const dictionaries = types.map(({ name, fields }) => {
    const lines = fields.map(
      ({ name: field, shape }) =>
        `        ${JSON.stringify(field)}: ${JSON.stringify(toType(shape))},`,
    );
    return `${name} = TypedDict(\n    "${name}",\n    {\n${lines.join("\n")}\n    },\n    total=False,\n)\n`;
  });
  const aliases = shapes.map(({ name, shape }) => `${name} = ${toType(shape)}\n`);
  return [
    `${head}\nfrom typing import Any, Dict, List, Literal, Optional, TypedDict, Union\n`,
    ...dictionaries,
    ...aliases,
    `#: The body of a webhook.\nWebhookEvent = Union[${events.join(", ")}]\n`,
  ].join("\n");
}

function toType(shape: Shape): string {
  switch (shape.kind) {
    case "string":
      return "str";
    case "integer":
      return "int";
    case "number":
      return "float";
    case "boolean":
      return "bool";
    case "unknown":
      return "Any";
    case "enum":
      return `Literal[${shape.values.map(toLiteral).join(", ")}]`;
    case "named":
      return shape.name;
    case "list":
      return `List[${toType(shape.of)}]`;
    case "map":
      return `Dict[str, ${toType(shape.of)}]`;
    case "either":
      return `Union[${shape.of.map(toType).join(", ")}]`;
    case "nullable":
      return `Optional[${toType(shape.of)}]`;
  }
}

function toLiteral(value: string | number | boolean): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  // A string within a string that is a type, so in the other quotes.
  return typeof value === "string" ? `'${value.replaceAll("'", "\\'")}'` : String(value);
}
