import { z } from "zod";
import { maxInlineRows } from "../campaigns/contract";
import { CreateCampaignInput } from "../campaigns/request-contract";
import { maxValueLength } from "../templates/contract";

const Recipient = z.object({
  to: z.string().meta({
    description: "The number in E.164, or as it is written in `default_country`.",
    examples: ["48732129000"],
  }),
  variables: z
    .record(z.string(), z.string().max(maxValueLength))
    .nullish()
    .meta({
      description: "Values for the variables of the text. An empty one is none.",
      examples: [{ first_name: "Ada" }],
    }),
  client_ref: z.string().max(255).nullish().meta({
    description: "Your own reference for this message.",
    examples: ["customer 7"],
  }),
});

/** A campaign to create. The contract leaves the shape of its recipients open, as they are checked one by one. */
export const NewCampaign = CreateCampaignInput.safeExtend({
  recipients: z
    .array(Recipient)
    .min(1)
    .max(maxInlineRows)
    .nullish()
    .meta({ description: CreateCampaignInput.shape.recipients.description ?? "" }),
});
