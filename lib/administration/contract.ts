import { z } from "zod";
import { limitedList } from "../core/limited-list";
import { limitedText } from "../core/limited-text";
import { worded } from "../core/worded";
import { administrationSentences as said } from "./sentences";

/** How many messages whose fate is unknown are shown, and can be decided about, at once. */
export const maxUnknown = 100;

export const decisions = ["send_again", "refund"] as const;

export type Decision = (typeof decisions)[number];

/** What to do about messages whose carrier never said whether it has them. */
export const SettleInput = z.object({
  message_ids: limitedList(
    limitedText(40).regex(/^msg_[0-9A-HJKMNP-TV-Z]{26}$/, worded(said.noMessages)),
    {
      ...{ min: 1, max: maxUnknown, error: said.noMessages },
      tooMany: said.tooManyMessages({ max: maxUnknown }),
    },
  ),
  decision: z.enum(decisions, worded(said.noDecision)),
});
