import { z } from "zod";
import { limitedText } from "../core/limited-text";
import { worded } from "../core/worded";
import { wireFields } from "../messages/contract";
import { agentSentences } from "./sentences";

/** As many as a batch takes. */
const maxRecipients = 10_000;
const wrongCount = worded(agentSentences.wrongCount({ max: maxRecipients }));

/** The arguments of `price_text`. */
export const PriceTextInput = z.object({
  body: wireFields.shape.body,
  recipients: z
    .int(wrongCount)
    .min(1, wrongCount)
    .max(maxRecipients, wrongCount)
    .nullish()
    .meta({ description: "How many people get it. Default: 1.", examples: [1] }),
});

const { wrongConfirmation, noMessageId } = agentSentences;

/** What confirms a send, as a dry run returned it. */
export const ConfirmInput = z.object({
  confirm: limitedText(100, { error: wrongConfirmation, tooLong: wrongConfirmation }).regex(
    /^[\w.-]+$/,
    worded(wrongConfirmation),
  ),
});

/** The arguments of `send_message`: a message as in `POST /api/sms`, whose key is the confirmation. */
export const SendToolInput = wireFields.omit({ idempotency_key: true }).extend({
  dry_run: wireFields.shape.dry_run.meta({
    description:
      "`true` validates and prices the message, sends nothing, and returns `confirm`. Always the first call.",
  }),
  confirm: ConfirmInput.shape.confirm.nullish().meta({
    description:
      "The `confirm` of the dry run, with otherwise the same arguments. It sends one message, once.",
  }),
});

/** The arguments of `get_message`. */
export const GetMessageInput = z.object({
  message_id: limitedText(64, { error: noMessageId, tooLong: noMessageId })
    .regex(/^\w+$/, worded(noMessageId))
    .meta({ description: "ID of the message.", examples: ["msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA"] }),
});

/** The arguments of a tool that has none. */
export const NoInput = z.object({});
