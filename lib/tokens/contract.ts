import { z } from "zod";
import { type Scope as ActorScope, scopes } from "../core/actor";
import { limitedList } from "../core/limited-list";
import { limitedText } from "../core/limited-text";
import type { Sentence } from "../core/sentence";
import { coreSentences } from "../core/sentences";
import { isStorableTime } from "../core/storable-time";
import type { WrongInput } from "../core/worded";
import { worded } from "../core/worded";
import { tokenSentences } from "./sentences";

const tokenModes = ["live", "test"] as const;

export type TokenMode = (typeof tokenModes)[number];
export type TokenScope = ActorScope;

/** What can be wrong with a token whose owner can be told all the same. */
export type TokenProblem =
  | "no_bearer"
  | "quoted"
  | "extra_characters"
  | "cut_short"
  | "mistyped"
  | "revoked"
  | "expired"
  | "replaced"
  | "wrong_address";

/** How many addresses and ranges one token may list. */
export const maxCidrs = 20;
/** How long the secret before a rotation may go on working: one week. */
const maxGraceHours = 168;
/** As much as anybody is granted at once. */
const maxDailyLimit = 1_000_000_000;

const Mode = z.enum(tokenModes, worded(tokenSentences.wrongMode)).meta({
  description:
    "`live` sends to phones and uses credits, `test` goes to the simulator and costs nothing.",
  examples: ["live"],
});

const Scope = z.enum(scopes, worded(tokenSentences.wrongScope)).meta({
  description: "`send` messages, `read` them, `manage` the account's settings.",
});

const { notATime } = tokenSentences;
const AddressOrRange = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);

const Cidr = limitedText(64, {
  error: tokenSentences.addressNotText,
  tooLong: notACidr,
})
  .trim()
  .refine((text) => AddressOrRange.safeParse(text).success, worded(notACidr));

const Cidrs = limitedList(Cidr, {
  max: maxCidrs,
  error: tokenSentences.noCidrList,
  tooMany: tokenSentences.tooManyCidrs({ max: maxCidrs }),
}).meta({
  description:
    "Addresses and CIDR ranges (IPv4, IPv6) that may use the token, at most 20; empty means any. Kept without the bits a range does not count: `203.0.113.77/24` becomes `203.0.113.0/24`.",
  examples: [["203.0.113.0/24", "2001:db8::/32"]],
});

function notACidr({ input }: WrongInput): Sentence {
  return tokenSentences.notACidr({ text: String(input).slice(0, 45) });
}

const wrongLimit = worded(tokenSentences.wrongLimit({ max: maxDailyLimit }));

const DailyLimit = z
  .int(wrongLimit)
  .min(1, wrongLimit)
  .max(maxDailyLimit, wrongLimit)
  .nullable()
  .meta({
    description:
      "Credits the token may spend on one day (UTC), with single messages, batches, and campaigns it starts. Beyond it, messages are rejected with `spend_limit_reached`. Refunds don't raise it. `null` means any number.",
    examples: [1000],
  });

/** A token to make, as it comes over the wire, turned into our names. */
export const CreateTokenInput = z
  .object({
    name: limitedText(60, { error: tokenSentences.noName })
      .trim()
      .min(1, worded(tokenSentences.noName))
      .regex(/^\P{C}*$/u, worded(coreSentences.unprintable))
      .meta({ description: "Where the token is used.", examples: ["Web shop"] }),
    mode: Mode,
    scopes: limitedList(Scope, {
      min: 1,
      max: 50,
      error: tokenSentences.noScopeList,
      tooFew: tokenSentences.noScope,
      tooMany: tokenSentences.repeatedScope,
    })
      .transform((scopes) => [...new Set(scopes)])
      .default(["send", "read"])
      .meta({ description: "What the token may do.", examples: [["send", "read"]] }),
    expires_at: limitedText(64, { error: notATime, tooLong: notATime })
      .pipe(z.iso.datetime({ offset: true, ...worded(notATime) }))
      .transform((text) => new Date(text))
      .refine(isStorableTime, worded(notATime))
      .refine((at) => at.getTime() > Date.now(), worded(tokenSentences.pastTime))
      .nullish()
      .meta({
        description:
          "When the token expires, in ISO 8601 with a time zone. If omitted, it never expires.",
        format: "date-time",
        examples: ["2099-12-31T00:00:00Z"],
      }),
    cidrs: Cidrs.nullish(),
    daily_limit: DailyLimit.optional(),
  })
  .refine(({ mode, daily_limit }) => mode === "live" || !daily_limit, {
    path: ["daily_limit"],
    ...worded(tokenSentences.testIsFree),
  })
  .transform(({ expires_at, cidrs, daily_limit, ...wire }) => ({
    ...wire,
    dailyLimit: daily_limit ?? null,
    expiresAt: expires_at ?? null,
    cidrs: cidrs ?? [],
  }));

export type CreateTokenInput = z.input<typeof CreateTokenInput>;

/** `PATCH /api/tokens/{token_id}`. */
export const UpdateTokenInput = z
  .object({ daily_limit: DailyLimit.optional() })
  .refine(({ daily_limit }) => daily_limit !== undefined, {
    path: ["daily_limit"],
    ...worded(tokenSentences.nothingToChange),
  })
  .transform(({ daily_limit }) => ({ dailyLimit: daily_limit ?? null }));

const wrongGrace = worded(tokenSentences.wrongGrace({ max: maxGraceHours }));

/** What a new secret is asked for. */
export const RotateTokenInput = z
  .object({
    grace_hours: z
      .int(wrongGrace)
      .min(0, wrongGrace)
      .max(maxGraceHours, wrongGrace)
      .default(0)
      .meta({
        description:
          "Hours that the previous secret keeps working, together with the new one; 0 revokes it immediately.",
        examples: [24],
      }),
  })
  .transform(({ grace_hours }) => ({ graceHours: grace_hours }));

export type RotateTokenInput = z.input<typeof RotateTokenInput>;

const at = z.iso.datetime();

/** A token as the API and the panel show it: everything but the secret. */
export const TokenView = z.object({
  token_id: z.string().meta({ examples: ["tok_01HQX7Z8RNQK5ZF8TBPNT2YFKA"] }),
  name: z.string().meta({ examples: ["Web shop"] }),
  mode: Mode,
  scopes: z.array(Scope),
  masked: z.string().meta({
    description: "Prefix and last four characters of the secret.",
    examples: ["actio_live_…c2a9"],
  }),
  cidrs: z.array(z.string()).meta({
    description: "IP addresses and ranges that may use the token. Empty means any address.",
  }),
  daily_limit: DailyLimit,
  spent_today: z
    .int()
    .nullable()
    .meta({
      description: "Credits spent today (UTC) of `daily_limit`. `null` without a limit.",
      examples: [120],
    }),
  created_at: at,
  expires_at: at.nullable(),
  last_used_at: at.nullable().meta({ description: "To the minute." }),
  last_used_address: z.string().nullable(),
  requests_24h: z.int().meta({ description: "Requests made with it in the last 24 hours." }),
  rotated_at: at.nullable(),
  previous_secret: z
    .object({ masked: z.string(), ends_at: at })
    .nullable()
    .meta({ description: "The previous secret, while it still works." }),
  revoked_at: at.nullable(),
});

export type TokenView = z.infer<typeof TokenView>;

/** `GET /api/tokens`, newest first, ended ones among them. */
export const TokenList = z.object({ data: z.array(TokenView) });

/** The answer to making or rotating a token: the one time its secret is shown. */
export const FreshTokenView = TokenView.extend({
  token: z.string().meta({
    description: "The secret. Shown only once.",
    examples: ["actio_live_00000000000000000000000000000000000000"],
  }),
});
