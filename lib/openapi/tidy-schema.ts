import { z } from "zod";
import type { ZodOpenApiOverride } from "zod-openapi";

/**
 * Makes a generated schema say what a reader needs and no more: unsafe integers, the regular expression
 * behind a date-time and closed objects are how zod checks, not what is promised. Answers may get more
 * members one day, so none is declared closed.
 */
export const tidySchema: ZodOpenApiOverride = ({ jsonSchema, zodSchema }) => {
  // zod leaves examples and default of a transformed shape out of its input; ours are as on the wire.
  const { examples } = z.globalRegistry.get(zodSchema) ?? {};
  if (Array.isArray(examples)) jsonSchema.examples = examples;
  const { def } = zodSchema._zod;
  if (def.type === "default") jsonSchema.default ??= def.defaultValue;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.format === "date-time" || jsonSchema.format === "uuid") delete jsonSchema.pattern;
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  if (jsonSchema.pattern === visible) jsonSchema.pattern = portable;
  foldNull(jsonSchema);
};

/** “No character of Unicode's category C”, which few engines besides JavaScript's compile, and the part that all do. */
const visible = "^\\P{C}*$";
const portable = "^[^\\x00-\\x1F\\x7F-\\x9F]*$";

type Schema = Parameters<ZodOpenApiOverride>[0]["jsonSchema"];

/** `anyOf: [{type: "string", …}, {type: "null"}]` is `type: ["string", "null"]` with the rest beside it. */
function foldNull(schema: Schema): void {
  const [one, nothing, more] = schema.anyOf ?? [];
  if (more || nothing?.type !== "null" || typeof one?.type !== "string" || one.enum) return;
  delete schema.anyOf;
  const outer = { ...schema };
  Object.assign(schema, one, outer, { type: [one.type, "null"] });
}
