import { errorTable } from "@/lib/core/errors";
import { problemMeanings } from "@/lib/openapi/problems";
import { exampleOrigin } from "../../_content/example-origin";
import type { Answer, Call } from "./list-calls";
import type { CustomerEvent } from "./list-events";
import type { Field } from "./list-fields";
import { findPart, type ReferencePart, reference } from "./reference";

/** The index of the reference as Markdown: each call and each event with a link to its own page. */
export function indexMarkdown(origin: string): string {
  const { introduction, groups } = reference();
  const lists = groups.map(({ name, description, parts }) => {
    const lines = parts.map(
      ({ id, title, code }) => `- [${title}](/docs/reference/${id}.md): \`${code}\``,
    );
    return `## ${name}\n\n${description}\n\n${lines.join("\n")}`;
  });
  const text = ["# API reference", introduction, ...lists].join("\n\n");
  return `${text.replaceAll(exampleOrigin, () => origin)}\n`;
}

/** A call or an event as Markdown; undefined if the name is unknown. */
export function partMarkdown(id: string, origin: string): string | undefined {
  const found = findPart(id);
  return found && `${partText(found.part).replaceAll(exampleOrigin, () => origin)}\n`;
}

/** The whole reference as one Markdown document. */
export function fullMarkdown(origin: string): string {
  const parts = reference().groups.flatMap((group) => group.parts);
  const text = ["# API reference", reference().introduction, ...parts.map(partText)].join("\n\n");
  return `${text.replaceAll(exampleOrigin, () => origin)}\n`;
}

function partText(part: ReferencePart): string {
  const details = "call" in part ? callText(part.call) : eventText(part.event);
  return [`# ${part.title}`, `\`${part.code}\``, ...details].join("\n\n");
}

function callText({ description, scope, parameters, body, answers, refusals, curl }: Call) {
  return [
    description,
    scopeText(scope),
    ...fieldsText("Parameters", parameters),
    ...fieldsText("Body", body?.fields ?? []),
    fence("bash", curl),
    ...answers.flatMap(answerText),
    "## Errors",
    refusals
      .map((code) => `- ${errorTable[code].status} \`${code}\`: ${problemMeanings[code]}`)
      .join("\n"),
  ];
}

function eventText({ description, fields, headers, example }: CustomerEvent) {
  return [
    description,
    ...fieldsText("Body", fields),
    ...fieldsText("Headers", headers),
    fence("json", JSON.stringify(example, null, 2)),
  ];
}

function answerText({ status, description, fields, example }: Answer): string[] {
  const title = `Response ${status}`;
  const text = typeof example === "string" ? example.trim() : JSON.stringify(example, null, 2);
  return [
    ...(fields.length > 0 ? fieldsText(title, fields) : [`## ${title}`]),
    description,
    ...(example === undefined ? [] : [fence(typeof example === "string" ? "" : "json", text)]),
  ];
}

function scopeText(scope: string | null): string {
  if (scope === null) return "No token needed.";
  return scope === "" ? "Any token." : `A token with the scope \`${scope}\`.`;
}

function fieldsText(title: string, fields: Field[]): string[] {
  if (fields.length === 0) return [];
  const rows = fields.map(({ name, type, isRequired, description, limits }) => {
    const meaning = [description, ...limits].filter(Boolean).join("; ").replaceAll("|", "\\|");
    return `| \`${name}\` | ${type} | ${isRequired ? "yes" : "no"} | ${meaning} |`;
  });
  const head = ["| Name | Type | Always there | Meaning |", "| --- | --- | --- | --- |"];
  return [`## ${title}`, [...head, ...rows].join("\n")];
}

function fence(grammar: string, text: string): string {
  return `\`\`\`${grammar}\n${text}\n\`\`\``;
}
