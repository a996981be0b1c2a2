import type { Language } from "../language/language";
import type { Mail } from "./mail";

const sign = "Depesza";

/** The two bodies of a mail: plain text, and the same sentences as simple HTML without anything to load. */
export function renderMail({ paragraphs, link, language = "en" }: Mail): {
  text: string;
  html: string;
} {
  const [first = "", ...others] = paragraphs;
  const text = [first, ...(link ? [`${link.words}:\n${link.url}`] : []), ...others, sign];
  const html = [
    paragraph(inHtml(first)),
    ...(link ? [button(link), paragraph(inHtml(link.url), "font-size:13px;color:#5b676b")] : []),
    ...others.map((each) => paragraph(inHtml(each))),
    paragraph(sign, "color:#5b676b"),
  ];
  return { text: `${text.join("\n\n")}\n`, html: page(html.join("\n"), language) };
}

function page(content: string, language: Language): string {
  return `<!doctype html>
<html lang="${language}"><body style="margin:0;padding:24px;background:#fcfaf6;color:#16242a">
<div style="max-width:560px;font:16px/24px system-ui,sans-serif;overflow-wrap:anywhere">
${content}
</div>
</body></html>
`;
}

function paragraph(content: string, style = ""): string {
  return `<p style="margin:0 0 16px;${style}">${content}</p>`;
}

function button({ words, url }: NonNullable<Mail["link"]>): string {
  const style =
    "display:inline-block;padding:10px 16px;border-radius:4px;background:#115d66;color:#fcfaf6;text-decoration:none";
  return paragraph(`<a href="${inHtml(url)}" style="${style}">${inHtml(words)}</a>`);
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function inHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
