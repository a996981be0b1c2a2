import { oneLine, type SdkModel, type Shape } from "./_sdk-model";

/** `Operations.php`: what each call is over HTTP, and the types of what it takes and returns for PHPStan and Psalm. */
export function phpOperations({ calls, types, shapes }: SdkModel): string {
  const docs = [
    ...types.map(({ name, fields }) => {
      const members = fields.map(
        (field) => `'${field.name}'${field.isOptional ? "?" : ""}: ${toType(field.shape)}`,
      );
      return ` * @phpstan-type ${name} array{${members.join(", ")}}`;
    }),
    ...shapes.map(({ name, shape }) => ` * @phpstan-type ${name} ${toType(shape)}`),
  ];
  const lines = calls.map(
    (call) =>
      `        // ${oneLine(call.summary)}.\n        '${call.id}' => ['${call.method}', '${call.path}', ${call.isKeyed}, ${call.isPaged}],`,
  );
  return `<?php
// Made from the OpenAPI document by \`npm run sdk\`. Do not edit.

namespace Depesza;

/**
 * Every call of the API by its ID in the OpenAPI document.
 *
${docs.join("\n")}
 */
final class Operations
{
    /** Method, path, whether it takes the header Idempotency-Key, whether it is a list that goes on at next_cursor. */
    public const ALL = [
${lines.join("\n")}
    ];
}
`;
}

function toType(shape: Shape): string {
  switch (shape.kind) {
    case "string":
      return "string";
    case "integer":
      return "int";
    case "number":
      return "float";
    case "boolean":
      return "bool";
    case "unknown":
      return "mixed";
    case "enum":
      return shape.values
        .map((each) =>
          typeof each === "string" ? `'${each.replaceAll("'", "\\'")}'` : String(each),
        )
        .join("|");
    case "named":
      return shape.name;
    case "list":
      return `list<${toType(shape.of)}>`;
    case "map":
      return `array<string, ${toType(shape.of)}>`;
    case "either":
      return shape.of.map(toType).join("|");
    case "nullable":
      return `${toType(shape.of)}|null`;
  }
}
