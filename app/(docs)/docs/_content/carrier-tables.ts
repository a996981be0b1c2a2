import { z } from "zod";
import { carriersFileSchema } from "@/lib/carriers/carriers-file";
import type { CarrierWords } from "./table-words";

/** What the tables read of the JSON Schema of `carriers.json`. */
const Property = z.object({
  description: z.string().optional(),
  default: z.unknown().optional(),
  secret: z.boolean().optional(),
});
const Entry = z.object({
  properties: z.record(z.string(), Property),
  required: z.array(z.string()).default([]),
});
const Kind = Entry.extend({
  properties: z.looseObject({ kind: z.object({ const: z.string() }) }),
});
const File = z.object({
  properties: z.object({
    carriers: z.object({ items: z.object({ anyOf: z.array(Kind) }) }),
    routes: z.object({ items: Entry }),
  }),
});

type Setting = { name: string; isRequired: boolean } & z.output<typeof Property>;

/** The settings that every carrier has. */
export function commonSettings(words: CarrierWords): string {
  const kinds = readKinds();
  const [first] = kinds;
  const common = (first?.settings ?? []).filter(({ name }) => isCommon(name, kinds));
  return settingsTable(common, words);
}

/** The settings of each kind, under a heading with its name. */
export function kindSettings(words: CarrierWords): string {
  const kinds = readKinds();
  return kinds
    .map(({ kind, settings }) => {
      const own = settings.filter(({ name }) => !isCommon(name, kinds));
      return `### ${kind}\n\n${own.length > 0 ? settingsTable(own, words) : words.noSettings}`;
    })
    .join("\n\n");
}

/** What a route may say. */
export function routeSettings(words: CarrierWords): string {
  return settingsTable(settingsOf(readFile().routes.items), words);
}

interface ReadKind {
  kind: string;
  settings: Setting[];
}

function readKinds(): ReadKind[] {
  return readFile().carriers.items.anyOf.map((entry) => ({
    kind: entry.properties.kind.const,
    settings: settingsOf(Entry.parse(entry)).filter(({ name }) => name !== "kind"),
  }));
}

function readFile() {
  return File.parse(carriersFileSchema()).properties;
}

function settingsOf({ properties, required }: z.output<typeof Entry>): Setting[] {
  return Object.entries(properties).map(([name, property]) => ({
    name,
    isRequired: required.includes(name),
    ...property,
  }));
}

function isCommon(name: string, kinds: ReadKind[]): boolean {
  return kinds.every(({ settings }) => settings.some((setting) => setting.name === name));
}

function settingsTable(settings: Setting[], words: CarrierWords): string {
  const rows = settings.map((setting) => [
    `\`${setting.name}\``,
    defaultOf(setting, words),
    inCode(setting.description ?? ""),
  ]);
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [line(words.header), line(words.header.map(() => "---")), ...rows.map(line)].join("\n");
}

function defaultOf(setting: Setting, { required, optional, secret }: CarrierWords): string {
  const isUnset = setting.default === undefined || Array.isArray(setting.default);
  const unset = setting.isRequired ? required : optional;
  const value = isUnset ? unset : `\`${setting.default}\``;
  return setting.secret ? `${value}, ${secret}` : value;
}

/** An address in a description is an example and not a link. */
function inCode(description: string): string {
  return description.replaceAll("|", "\\|").replaceAll(/(?<!`)https?:\/\/[\w.:/-]*\w/g, "`$&`");
}
