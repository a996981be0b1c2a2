import { z } from "zod";

const Group = z.object({
  name: z.string().nullable().meta({ description: "Null where nobody knows." }),
  messages: z.int(),
  statuses: z.record(z.string(), z.int()),
});

/** What became of a campaign. */
export const CampaignResults = z.object({
  countries: z.array(Group).meta({ description: "By country, as ISO 3166 has it." }),
  operators: z.array(Group).meta({ description: "By the recipient's operator." }),
  reasons: z
    .array(z.object({ reason: z.string(), status: z.string(), messages: z.int() }))
    .meta({ description: "Why messages were not delivered, the most frequent reasons first." }),
  failed: z.int().meta({
    description: "People who did not get their message, without those who were erased since.",
  }),
  links: z
    .array(
      z.object({
        target: z.string(),
        people: z.int().meta({ description: "Recipients that have it in their message." }),
        opened: z.int().meta({ description: "Recipients who opened it." }),
        opens: z.int(),
        previews: z.int(),
      }),
    )
    .meta({ description: "Its short links, while they work." }),
  replies: z.int().meta({ description: "Messages from its recipients since the start." }),
  opt_outs: z.int().meta({ description: "Its recipients who opted out since the start." }),
});

export type CampaignResults = z.infer<typeof CampaignResults>;
