import { membersOf } from "../contacts/members-of";
import { namesOfFields } from "../contacts/names-of-fields";
import { contactSentences } from "../contacts/sentences";
import { type Actor, withScope } from "../core/actor";
import { AppError } from "../core/errors";
import { invalidFields } from "../core/invalid-fields";
import { getTemplate } from "../templates/get-template";
import { templateSentences } from "../templates/sentences";

/** The text of a template that a request names. Throws invalid_request where there is none. */
export async function readTemplate(actor: Actor, templateId: string): Promise<string> {
  const { body } = await getTemplate({ actor: readerOf(actor), input: { templateId } }).catch(
    (error: unknown) => {
      const isMissing = error instanceof AppError && error.code === "not_found";
      throw isMissing ? invalidFields({ template_id: [templateSentences.notFound] }) : error;
    },
  );
  return body;
}

/** The people of a group that a request names, and the names of all their fields. Throws invalid_request for no group. */
export async function readGroup(actor: Actor, groupId: string) {
  const { names } = await namesOfFields({ actor: readerOf(actor) });
  return { fields: names, contacts: membersIn(actor, groupId) };
}

async function* membersIn(actor: Actor, groupId: string) {
  try {
    yield* membersOf({ actor, input: { groupId } });
  } catch (error) {
    const isMissing = error instanceof AppError && error.code === "not_found";
    throw isMissing ? invalidFields({ group_id: [contactSentences.groupNotFound] }) : error;
  }
}

/** A token that may send uses what the account has for that, as `POST /api/sms` does. */
function readerOf(actor: Actor): Actor {
  return withScope(actor, "read");
}
