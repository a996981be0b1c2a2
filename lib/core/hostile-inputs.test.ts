import { describe, expect, test } from "vitest";
import { z } from "zod";
import { receiveEvents } from "../carriers/upstream/receive-events";
import { chooseLanguage } from "../language/choose-language";
import { SendMessageInput } from "../messages/contract";
import { readNumber } from "../numbers/read-number";
import { browserWords } from "../sessions/browser-words";
import { visitorOf } from "../sessions/visitor-of";
import { safeNextPath } from "../sign-in/safe-next-path";
import { maxTextLength } from "../sms/count-segments";
import { findForbiddenCharacter } from "../sms/find-forbidden-character";
import { findMarkPile } from "../sms/find-mark-pile";
import { maxNumbersLength, splitNumbers } from "../sms/split-numbers";
import { PastedInput } from "../webhooks/explain-request";
import { explainSignature } from "../webhooks/explain-signature";
import { guardUrl } from "../webhooks/guard-url";
import { isSigned } from "../webhooks/is-signed";
import { wholeNumber } from "./whole-number";

/** What `POST /api/sms/batch` takes, a form, and a callback's or any other body. */
const largestBody = 8_388_608;
const largestHeader = 16_384;
const largestForm = 1_048_576;

const pieces: Record<string, string> = {
  "alternating combining marks": "\u0301\u0323",
  digits: "9",
  spaces: " ",
  "line breaks": "\n",
  dots: ".",
  hyphens: "-",
  "at signs": "@",
  "pairs of surrogates": "😀",
  "halves of pairs": "\ud83d",
  brackets: "[(",
  commas: ",",
  "plus signs": " +",
  quotes: '"',
};

const texts = new Map<string, string>();

function hostile(piece: string, length: number): string {
  const name = `${piece} ${length}`;
  const text = texts.get(name) ?? pileUp(piece, length);
  texts.set(name, text);
  return text;
}

function pileUp(piece: string, length: number): string {
  return `a${piece.repeat(Math.ceil(length / piece.length))}`.slice(0, length - 1).concat("!");
}

/** Milliseconds of processor time, which other programs' work does not lengthen: the least of three runs. */
function cost(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const began = process.cpuUsage();
    try {
      work();
    } catch {
      // A refusal is as good as a result: what counts is how long it took.
    }
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

/** From short to `largest`, so that quadratic work fails the test early instead of holding it for hours. */
function expectAsQuickAsPlain(read: (text: string) => unknown, largest: number): void {
  for (const [name, piece] of Object.entries(pieces)) {
    for (let length = 2048; length <= largest; length *= 8) {
      const plain = hostile("plain text ", length);
      const text = hostile(piece, length);
      const allowedMs = Math.max(60, 20 * cost(() => read(plain)));
      expect(
        cost(() => read(text)),
        `${length} characters of ${name}`,
      ).toBeLessThan(allowedMs);
    }
  }
}

const contracts = import.meta.glob<Record<string, unknown>>(
  ["../*/contract.ts", "../*/*-contract.ts"],
  { eager: true },
);

const inputs = [
  ...Object.values(contracts).flatMap(Object.entries),
  ["PastedInput", PastedInput] as const,
].filter(
  (entry): entry is [string, z.ZodType] =>
    /(Input|Query|CheckoutSession|CalendarDay)$/.test(entry[0]) &&
    // The administrator's own file.
    entry[0] !== "PriceListInput" &&
    entry[1] instanceof z.ZodType,
);

/** Where a schema takes text without looking at its length first. */
function unlimited(schema: z.core.$ZodType, path = ""): string[] {
  const { def } = schema._zod as unknown as { def: z.core.$ZodTypes["_zod"]["def"] };
  switch (def.type) {
    case "object":
      return Object.entries(def.shape).flatMap(([key, held]) => unlimited(held, `${path}.${key}`));
    case "union":
      return def.options.flatMap((option) => unlimited(option, path));
    case "pipe":
      // `z.preprocess` is a pipe out of a transform: what it leads to is what reads the text.
      return unlimited(def.in._zod.def.type === "transform" ? def.out : def.in, path);
    case "array":
      return unlimited(def.element, `${path}[]`);
    case "tuple":
      return [...def.items, ...(def.rest ? [def.rest] : [])].flatMap((item) =>
        unlimited(item, `${path}[]`),
      );
    case "optional":
    case "nullable":
    case "default":
    case "catch":
      return unlimited(def.innerType, path);
    case "string":
      return isLimited(def.checks) ? [] : [path];
    default:
      return [];
  }
}

/** As `limitedText` begins: two checks of the length, after which nothing is done with a text that is too long. */
function isLimited(checks: z.core.$ZodCheck<never>[] = []): boolean {
  const [first, second] = checks.map(({ _zod: { def } }) => def);
  return first?.abort === true && second?.check === "max_length" && second.abort === true;
}

describe("each text of an input is measured before anything else is done with it", () => {
  test("there are inputs", () => {
    expect(inputs.length).toBeGreaterThan(20);
  });

  test.each(inputs)("%s", (_name, schema) => {
    expect(unlimited(schema)).toEqual([]);
  });
});

describe("no text of an input costs more than plain text of its length", () => {
  test.each(inputs)("%s", (name, schema) => {
    const names = schema instanceof z.ZodType ? fieldsOf(schema) : [];
    const everywhere = (value: unknown) =>
      Object.fromEntries(names.map((field) => [field, value] as const));
    expectAsQuickAsPlain(
      (text) => {
        schema.safeParse(text);
        schema.safeParse(everywhere(text));
        schema.safeParse(everywhere([text]));
      },
      name.startsWith("Send") ? largestBody : largestForm,
    );
    expectAsQuickAsPlain((text) => schema.safeParse(everywhere([...text])), 65_536);
  });
});

function fieldsOf(schema: z.core.$ZodType): string[] {
  const { def } = schema._zod as unknown as { def: z.core.$ZodTypes["_zod"]["def"] };
  if (def.type === "object") return Object.keys(def.shape);
  return def.type === "pipe" ? fieldsOf(def.in) : [];
}

test("fifty texts of the greatest length, as many as are checked before others get their turn, cost little", () => {
  const heaped = `a${"\u0301\u0323".repeat(15)}`;
  const check = (text: string) => () => {
    for (let count = 0; count < 50; count += 1) {
      SendMessageInput.safeParse({ from: "YourBrand", to: "48732129000", body: text });
    }
  };
  const allowedMs = Math.max(60, 4 * cost(check("plain text ".repeat(maxTextLength / 11))));
  for (const [name, piece] of Object.entries({ ...pieces, "letters with 30 marks": heaped })) {
    const text = piece.repeat(Math.floor(maxTextLength / piece.length));
    expect(cost(check(text)), name).toBeLessThan(allowedMs);
  }
});

describe("what reads a text without a schema takes time in proportion to it", () => {
  const secret = `whsec_${Buffer.alloc(32).toString("base64")}`;
  const seconds = String(Math.round(Date.now() / 1000));
  const signed = (name: string, text: string) => {
    const headers: Record<string, string> = {
      "webhook-id": "evt_1",
      "webhook-timestamp": seconds,
      "webhook-signature": `v1,${"A".repeat(43)}=`,
      [name]: text,
    };
    return headers;
  };
  const readers: [string, number, (text: string) => unknown][] = [
    ["numbers pasted into a form", maxNumbersLength, splitNumbers],
    ["numbers to check", largestForm, (text) => readNumber(text, "PL")],
    ["a message's characters", 2 * maxTextLength, findForbiddenCharacter],
    ["a message's combining marks", 2 * maxTextLength, findMarkPile],
    ["a number in a form", largestForm, (text) => wholeNumber(text, 1000)],
    ["an endpoint's address", largestForm, guardUrl],
    ["a path to go on to", largestForm, (text) => safeNextPath(`/${text}`)],
    [
      "a header in an explanation",
      65_536,
      (text) => {
        for (const name of ["webhook-id", "webhook-timestamp", "webhook-signature"]) {
          const request = { headers: signed(name, text), body: text, secrets: [secret] };
          explainSignature({ ...request, now: new Date() }).sentence.in("pl");
        }
      },
    ],
    [
      "a carrier's event",
      // Five times in a body of 256 KiB, each half of a pair escaped.
      8192,
      (text) =>
        receiveEvents({
          body: JSON.stringify({
            ...{ event: "sms.delivered", message_id: "1", delivered_at: text, operator: text },
            ...{ reason: text, carrier_code: text, [text]: text },
          }),
        }),
    ],
    [
      "a signature header",
      largestHeader,
      (text) =>
        isSigned({ header: (name) => signed("webhook-signature", text)[name], body: "{}" }, secret),
    ],
    [
      "Accept-Language",
      largestHeader,
      (accepted) => chooseLanguage({ cookie: undefined, accepted }),
    ],
    ["User-Agent", largestHeader, (text) => browserWords(text)],
    [
      "X-Forwarded-For",
      largestHeader,
      (text) => visitorOf(new Headers({ "x-forwarded-for": text.replace(/[^\x20-\x7e]/g, "") })),
    ],
  ];

  test.each(readers)("%s", (_name, largest, read) => {
    expectAsQuickAsPlain(read, largest);
  });
});

test("a carrier's deeply nested event is accepted like any other", () => {
  const depth = 39_000;
  const more = "[".repeat(depth) + "]".repeat(depth);
  const body = `{"event":"sms.delivered","message_id":"1","more":${more}}`;
  const received = receiveEvents({ body });
  expect(received).toMatchObject({ receipts: [{ ref: "1" }] });
  expect(JSON.stringify(received).length).toBeLessThan(1000);
});
