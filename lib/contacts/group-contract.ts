import { z } from "zod";
import { limitedList } from "../core/limited-list";
import { limitedText } from "../core/limited-text";
import { worded } from "../core/worded";
import { contactPage } from "./contract";
import { contactSentences } from "./sentences";

/** Groups of an account at most. */
export const maxGroups = 500;
/** Contacts that one request adds to a group or takes from it. */
export const maxMembersAtOnce = 10_000;

const GroupName = limitedText(80, { error: contactSentences.noName })
  .trim()
  .min(1, worded(contactSentences.noName))
  .regex(/^\P{C}*$/u, worded(contactSentences.wrongName))
  .meta({
    description: "What the account calls it. Each group of an account has another name.",
    examples: ["Regulars"],
  });

/** `POST /api/groups` and `PATCH /api/groups/{group_id}`. */
export const GroupInput = z.object({ name: GroupName });

const wrongMembers = contactSentences.wrongMembers({ max: maxMembersAtOnce });

/** `POST /api/groups/{group_id}/contacts`. */
export const MembersInput = z.object({
  contact_ids: limitedList(limitedText(64), {
    min: 1,
    max: maxMembersAtOnce,
    error: wrongMembers,
    tooMany: wrongMembers,
  }).meta({ description: "IDs of contacts." }),
});

/** What became of a list of contacts. */
export const ChangedMembers = z.object({
  changed: z.int().meta({ description: "Contacts that were added." }),
  unchanged: z.int().meta({ description: "Contacts that were in the group already." }),
  unknown: z.int().meta({ description: "IDs of no contact." }),
});

export type ChangedMembers = z.infer<typeof ChangedMembers>;

/** A group as the API and the panel show it. */
export const GroupView = z.object({
  group_id: z.string().meta({ description: "ID of the group." }),
  name: z.string().meta({ description: "What the account calls it." }),
  contacts: z.int().meta({ description: "Contacts in the group." }),
  created_at: z.iso.datetime().meta({ description: "When it was created." }),
});

export type GroupView = z.infer<typeof GroupView>;

/** The query of `GET /api/groups`. */
export const ListGroupsQuery = z.object(contactPage);

export type ListGroupsQuery = z.output<typeof ListGroupsQuery>;

/** A page of groups, newest first. */
export const GroupPage = z.object({
  data: z.array(GroupView),
  next_cursor: z
    .string()
    .nullable()
    .meta({ description: "`cursor` of the next page; null when this is the last." }),
});
