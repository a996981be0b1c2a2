import { z } from "zod";

const tokenModes = ["live", "test"] as const;
/** What a token may do: `send` messages, `read` them, `manage` the account's settings. */
const tokenScopes = ["send", "read", "manage"] as const;

export type TokenMode = (typeof tokenModes)[number];
export type TokenScope = (typeof tokenScopes)[number];

/** A token to make. */
export const CreateTokenInput = z.object({
  name: z
    .string({ error: "Give the token a name." })
    .trim()
    .min(1, "Give the token a name.")
    .max(60, "Use at most 60 characters.")
    .regex(/^\P{C}*$/u, "Use letters, digits and punctuation only."),
  mode: z.enum(tokenModes, { error: "Choose live or test." }),
  scopes: z
    .array(z.enum(tokenScopes, { error: "The scopes are send, read and manage." }))
    .min(1, "Choose at least one scope.")
    .transform((scopes) => [...new Set(scopes)])
    .default(["send", "read"]),
  expiresAt: z
    .date({ error: "Give a time." })
    .refine((at) => at.getTime() > Date.now(), { error: "This time has passed." })
    .nullish(),
});

export type CreateTokenInput = z.input<typeof CreateTokenInput>;
