import { z } from "zod";
import { addCarrier } from "../carriers/add-carrier";
import type { CarrierKind } from "../carriers/carrier";
import { carrierKinds } from "../carriers/carrier-kinds";
import { carriersFilePath, forgetSetup } from "../carriers/carrier-setup";
import { findReady } from "../carriers/choose-carrier";
import { isSecretSetting } from "../carriers/read-carriers-file";
import { settingsOf } from "../carriers/settings";
import { ask, canAsk } from "./ask";
import { testCarrier } from "./carrier-test";
import { type Command, defineCommand } from "./command";

/** The settings of every kind. */
const common = ["name", "rate", "burst", "from", "replace_from", "ambiguous"];

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
      const lines = [
        `Added ${name} to ${carriersFilePath()}.`,
        ...(isRouted ? ["Every number is routed to it."] : ["Add a route that leads to it."]),
        ...(await setUp(kind, name, { allowHttp: allowHttp === true })),
      ];
      const number = typeof testTo === "string" ? testTo : await askForNumber();
      if (!number) return { lines, json: { name, kind: kind.kind, routed: isRouted } };
      const tested = await testCarrier({ name, to: number });
      return {
        lines: [...lines, ...tested.lines],
        json: { name, kind: kind.kind, routed: isRouted, test: tested.json },
        ...(tested.hasViolation ? { hasViolation: true } : {}),
      };
    },
  });
}

/** What the service needs besides, done now or said how. */
async function setUp(
  kind: CarrierKind,
  name: string,
  asked: { allowHttp: boolean },
): Promise<string[]> {
  forgetSetup();
  const ready = findReady(name);
  return ready ? ((await kind.setUp?.(ready.settings, { name, ...asked })) ?? []) : [];
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
