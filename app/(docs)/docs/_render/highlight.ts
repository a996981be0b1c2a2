import { createCssVariablesTheme, createHighlighterCore, type ThemedToken } from "shiki/core";
import bash from "shiki/dist/langs/bash.mjs";
import go from "shiki/dist/langs/go.mjs";
import ini from "shiki/dist/langs/ini.mjs";
import javascript from "shiki/dist/langs/javascript.mjs";
import json from "shiki/dist/langs/json.mjs";
import nginx from "shiki/dist/langs/nginx.mjs";
import php from "shiki/dist/langs/php.mjs";
import python from "shiki/dist/langs/python.mjs";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";

const highlighter = createHighlighterCore({
  themes: [createCssVariablesTheme({ name: "ink", variablePrefix: "--code-" })],
  langs: [bash, go, ini, javascript, json, nginx, php, python],
  engine: createJavaScriptRegexEngine(),
});

// Pages are made on each request, and the examples in them never change: colouring once saves half of the work.
const highlighted = new Map<string, Promise<string>>();

/**
 * Code of these pages as HTML whose colours are classes (code.css knows both themes), so that a page carries
 * five languages without a style on every word. Unknown languages stay plain.
 */
export function highlight(code: string, grammar: string): Promise<string> {
  const key = `${grammar}\n${code}`;
  const known = highlighted.get(key) ?? toMarkup(code, grammar);
  highlighted.set(key, known);
  return known;
}

async function toMarkup(code: string, grammar: string): Promise<string> {
  const { codeToTokensBase, getLoadedLanguages } = await highlighter;
  const lang = getLoadedLanguages().includes(grammar) ? grammar : "text";
  const lines = codeToTokensBase(code, { lang, theme: "ink" });
  return lines.map((line) => mergeAlike(line).map(toHtml).join("")).join("\n");
}

/** Adjacent pieces of one color are merged; spaces take the color around them. */
function mergeAlike(line: ThemedToken[]): { kind: string; text: string }[] {
  const pieces: { kind: string; text: string }[] = [];
  for (const { color, content } of line) {
    const kind = content.trim() === "" ? (pieces.at(-1)?.kind ?? "") : kindOf(color);
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += content;
    else pieces.push({ kind, text: content });
  }
  return pieces;
}

/** The kinds that code.css gives a look; a mark on any other would only be weight. */
function kindOf(color = ""): string {
  return /--code-token-(comment|constant|keyword|string)\b/.exec(color)?.[1] ?? "";
}

function toHtml({ kind, text }: { kind: string; text: string }): string {
  const html = escapeHtml(text);
  return kind ? `<span class="code-${kind}">${html}</span>` : html;
}

/** Text as HTML that shows exactly this text. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
