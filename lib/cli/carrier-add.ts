import { z } from "zod";
import { addCarrier } from "../carriers/add-carrier";
import type { CarrierKind } from "../carriers/carrier";
import { carrierKinds } from "../carriers/carrier-kinds";
import { carriersFilePath, forgetSetup } from "../carriers/carrier-setup";
import { commonNames } from "../carriers/carriers-file";
import { findReady } from "../carriers/choose-carrier";
import { isSecretSetting } from "../carriers/read-carriers-file";
import { settingsOf } from "../carriers/settings";
import { AppError } from "../core/errors";
import { ask, canAsk } from "./ask";
import { testCarrier } from "./carrier-test";
import { type Command, defineCommand, type Outcome } from "./command";
import { sentenceOf } from "./sentence-of";

/** The settings of every kind. */
const common = commonNames.filter((name) => name !== "kind");

/** One command per kind, with an option for each of its settings. */
export const carrierAdd: Command[] = carrierKinds.map(addCommand);

function addCommand(kind: CarrierKind): Command {
  const settings = [...common, ...Object.keys(settingsOf(kind.settings))];
  const options = [...settings, "test_to", "allow_http"].map(optionOf);
  return defineCommand({
    words: `carrier add ${kind.kind}`,
    summary: `add a carrier of the kind ${kind.kind} to carriers.json; asks for what is missing`,
    usage: `carrier add ${kind.kind} ${settings.map((name) => `[--${optionOf(name)} …]`).join(" ")} [--test-to <number>] [--allow-http]`,
    options: Object.fromEntries(
      options.map((name) => [
        name,
        { type: name === "allow-http" ? "boolean" : "string" } as const,
      ]),
    ),
    input: z.record(z.string(), z.union([z.string(), z.boolean()]).optional()),
    async run({ "test-to": testTo, "allow-http": allowHttp, ...given }) {
      const known = Object.fromEntries(
        Object.entries(given).map(([name, value]) => [name.replaceAll("-", "_"), String(value)]),
      );
      const name = known["name"] ?? kind.onlyName ?? kind.kind;
      const whole = await complete(kind, known);
      const { isRouted } = addCarrier({ name, kind: kind.kind, settings: whole });
      const added: Step = {
        lines: [
          `Added ${name} to ${carriersFilePath()}.`,
          isRouted ? "Every number is routed to it." : "Add a route that leads to it.",
        ],
      };
      const prepared = await setUp(kind, name, { allowHttp: allowHttp === true });
      const wanted = () => (typeof testTo === "string" ? testTo : askForNumber());
      const number = prepared.isAway ? "" : await wanted();
      const test = { name, to: number, expectsReceipt: !prepared.problem };
      const tested = number ? await attempt(() => testCarrier(test)) : nothing;
      const steps = [added, prepared, tested];
      const facts = { name, kind: kind.kind, routed: isRouted };
      return sumUp(steps, { ...facts, ...(tested.json ? { test: tested.json } : {}) });
    },
  });
}

/** One of the things that the command does in turn. */
interface Step extends Partial<Outcome> {
  lines: string[];
  problem?: string;
  /** The service did not take part, and a test message would fare no better. */
  isAway?: boolean;
}

const nothing: Step = { lines: [] };

function sumUp(steps: Step[], facts: object): Outcome {
  const problem = steps.find((step) => step.problem)?.problem;
  return {
    lines: steps.flatMap(({ lines }) => lines),
    json: { ...facts, ...(problem ? { problem } : {}) },
    ...(steps.some(({ hasViolation }) => hasViolation) ? { hasViolation: true } : {}),
  };
}

/** The carrier is in the file by now: what fails afterwards is said below what was done. */
async function attempt(step: () => Promise<Step>): Promise<Step> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const problem = sentenceOf(error);
    const isAway = error.code === "unavailable";
    return { lines: [problem], problem, isAway, hasViolation: true };
  }
}

/** What the service needs besides, done now or said how. */
function setUp(kind: CarrierKind, name: string, asked: { allowHttp: boolean }): Promise<Step> {
  forgetSetup();
  const ready = findReady(name);
  return attempt(async () => ({
    lines: ready ? ((await kind.setUp?.(ready.settings, { name, ...asked })) ?? []) : [],
  }));
}

function optionOf(setting: string): string {
  return setting.replaceAll("_", "-");
}

/** The settings as the file has them; what is required and missing is asked for. */
async function complete(
  { settings }: CarrierKind,
  given: Record<string, string>,
): Promise<Record<string, unknown>> {
  const shape = settingsOf(settings);
  const whole: Record<string, unknown> = {};
  for (const [setting, text] of Object.entries(given)) {
    if (setting !== "name") whole[setting] = settingFrom(text, shape[setting], setting);
  }
  for (const [setting, schema] of Object.entries(shape)) {
    if (setting in whole || schema.safeParse(undefined).success || !canAsk()) continue;
    const question = `${schema.description ?? setting} ${optionOf(setting)}`;
    const answer = await ask(question, { isSecret: isSecretSetting(schema) });
    if (answer) whole[setting] = settingFrom(answer, schema, setting);
  }
  return whole;
}

/** A command line has texts only: a number, a switch or a list is what its setting takes. */
function settingFrom(text: string, schema: z.ZodType | undefined, setting: string): unknown {
  const readings = [
    text,
    Number(text),
    text === "true",
    text.split(",").map((part) => part.trim()),
  ];
  if (setting === "from") return readings[3];
  if (setting === "rate" || setting === "burst") return Number(text);
  return readings.find((reading) => schema?.safeParse(reading).success) ?? text;
}

async function askForNumber(): Promise<string> {
  return canAsk() ? ask("Number for a test message, with its country code (Enter for none)") : "";
}
