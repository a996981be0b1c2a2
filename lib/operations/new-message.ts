import { wireFields } from "../messages/contract";
import { templateFields } from "../templates/contract";

/**
 * A message to send, named in the document because a batch has many. It has a text or a template with the values of its
 * variables, which a schema of one object can't say; the reference does.
 */
export const NewMessage = wireFields
  .extend({ body: wireFields.shape.body.nullish(), ...templateFields })
  .meta({ id: "NewMessage" });
