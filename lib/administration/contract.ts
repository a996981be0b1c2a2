import { z } from "zod";
import { limitedList } from "../core/limited-list";
import { limitedText } from "../core/limited-text";
import { storableText } from "../core/storable-text";
import { worded } from "../core/worded";
import { administrationSentences as said } from "./sentences";

/** How many messages whose fate is unknown are shown, and can be decided about, at once. */
export const maxUnknown = 100;

export const decisions = ["send_again", "refund"] as const;

export type Decision = (typeof decisions)[number];

const MessageIds = limitedList(
  limitedText(40).regex(/^msg_[0-9A-HJKMNP-TV-Z]{26}$/, worded(said.noMessages)),
  {
    ...{ min: 1, max: maxUnknown, error: said.noMessages },
    tooMany: said.tooManyMessages({ max: maxUnknown }),
  },
);

/** What to do about messages whose carrier never said whether it has them. */
export const SettleInput = z.object({
  message_ids: MessageIds,
  decision: z.enum(decisions, worded(said.noDecision)),
});

export const stuckDecisions = ["try_again", "give_up"] as const;

export type StuckDecision = (typeof stuckDecisions)[number];

/** What to do about messages that should have left and are queued. */
export const DecideStuckInput = z.object({
  message_ids: MessageIds,
  decision: z.enum(stuckDecisions, worded(said.noStuckDecision)),
});

/** What is looked for in the messages of all accounts: an ID, a whole number, or an ID at a carrier. */
export const FindMessagesInput = z.object({
  wanted: limitedText(100).trim().min(1, worded(said.nothingWanted)).transform(storableText),
});

export const mendings = ["enable", "disable", "replay"] as const;

export type Mending = (typeof mendings)[number];

/** What to do about an endpoint of some account. */
export const MendEndpointInput = z.object({
  account_id: limitedText(40).transform(storableText),
  endpoint_id: limitedText(40).transform(storableText),
  mending: z.enum(mendings, worded(said.noMending)),
  /** Replay what failed since then. */
  since: limitedText(40).transform(storableText).optional(),
});

/** How many receipts can be discarded at once. */
export const maxDiscarded = 100;

/** Receipts that match no message. */
export const DiscardReceiptsInput = z.object({
  receipt_ids: limitedList(limitedText(40).pipe(z.guid(worded(said.noReceipts))), {
    ...{ min: 1, max: maxDiscarded, error: said.noReceipts },
    tooMany: said.tooManyReceipts({ max: maxDiscarded }),
  }),
});
