import clsx from "clsx";
import type { MarkedToken, Tokens } from "marked";
import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Language } from "@/lib/language/language";
import { CodeWell } from "../_components/code-well";
import { docsWords } from "../words";
import { codeHtml } from "./code-html";
import { Inline } from "./inline";
import { asMarked, headingsOf, type PageHeading, plainText } from "./parse-page";
import { Snippet } from "./snippet";

interface MarkdownProps {
  tokens: MarkedToken[];
  /** The headings among the tokens with their anchors, when these do not follow from the words. */
  headings?: PageHeading[];
  language?: Language;
}

/** A page's Markdown as our own elements. */
export function Markdown({ tokens, headings, language = "en" }: MarkdownProps) {
  const ids = (headings ?? headingsOf(tokens)).map(({ id }) => id);
  const inOrder = tokens.filter(({ type }) => type === "heading");
  return tokens.map((token, place) => {
    const key = `${place}-${token.type}`;
    if (token.type !== "heading") return <Block key={key} token={token} language={language} />;
    const id = ids[inOrder.indexOf(token)] ?? "";
    return <Heading key={key} token={token} id={id} label={docsWords[language].linkToSection} />;
  });
}

interface BlockProps<Token = MarkedToken> {
  token: Token;
  language: Language;
}

function Block({ token, language }: BlockProps): ReactNode {
  switch (token.type) {
    case "paragraph":
      return (
        <p className="mt-4 max-w-[68ch]">
          <Inline tokens={token.tokens} />
        </p>
      );
    case "text":
      return <Inline tokens={token.tokens ?? [token]} />;
    case "list":
      return <List token={token} language={language} />;
    case "table":
      return <Table token={token} language={language} />;
    case "code":
      return <Code token={token} language={language} />;
    case "blockquote":
      return <Aside token={token} language={language} />;
    case "space":
      return null;
    default:
      throw new Error(`The documentation has no look for "${token.type}": ${token.raw}`);
  }
}

interface HeadingProps {
  token: Tokens.Heading;
  id: string;
  /** What its link is called. */
  label: string;
}

function Heading({ token: { depth, tokens }, id, label }: HeadingProps) {
  const Tag = depth === 2 ? "h2" : "h3";
  return (
    <Tag
      id={id}
      className={clsx(
        "group font-semibold",
        depth === 2 ? "mt-12 border-line border-t pt-4 text-lg" : "mt-8 text-md",
      )}
    >
      <Inline tokens={tokens} />{" "}
      <a
        href={`#${id}`}
        aria-label={label}
        className="font-normal text-mute opacity-0 hover:text-ink focus-visible:opacity-100 group-hover:opacity-100"
      >
        #
      </a>
    </Tag>
  );
}

function List({ token, language }: BlockProps<Tokens.List>) {
  const Tag = token.ordered ? "ol" : "ul";
  return (
    <Tag
      className={clsx(
        "mt-4 max-w-[68ch] space-y-1.5 pl-6 marker:text-mute",
        token.ordered ? "list-decimal" : "list-disc",
      )}
    >
      {token.items.map((item) => (
        <li key={item.raw} className="pl-1">
          <Markdown tokens={asMarked(item.tokens)} language={language} />
        </li>
      ))}
    </Tag>
  );
}

function Table({ token: { header, rows }, language }: BlockProps<Tokens.Table>) {
  return (
    <ScrollRegion
      as="section"
      aria-label={docsWords[language].table(
        header.map((cell) => plainText(cell.tokens)).join(", "),
      )}
      className="mt-5 overflow-x-auto"
    >
      <table className="w-full text-base">
        <thead>
          <tr className="border-control border-b">
            {header.map((cell) => (
              <th
                key={cell.text}
                scope="col"
                className="py-2 pr-5 text-left font-semibold last:pr-0"
              >
                <Inline tokens={cell.tokens} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.map(({ text }) => text).join()} className="border-line border-b">
              {cells.map((cell, column) => (
                <td key={header[column]?.text} className="py-2 pr-5 align-top last:pr-0">
                  <Inline tokens={cell.tokens} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

async function Code({ token: { lang = "", text }, language }: BlockProps<Tokens.Code>) {
  if (lang === "snippet") return <Snippet call={text} needsIn={language} />;
  // A fence may have a label after its grammar: ```json the response
  const [grammar = "", ...label] = lang.split(" ");
  const { example, settings } = docsWords[language];
  const usual = grammar === "ini" ? settings : (labels[grammar] ?? example);
  return <CodeWell label={label.join(" ") || usual} html={await codeHtml(text, grammar)} />;
}

const labels: Record<string, string> = { bash: "shell", json: "JSON" };

/** `> [!WARNING]` and `> [!NOTE]`, the marks of GitHub's Markdown. */
function Aside({ token, language }: BlockProps<Tokens.Blockquote>) {
  const [first, ...rest] = asMarked(token.tokens);
  const isWarning = token.text.startsWith("[!WARNING]");
  if (first?.type !== "paragraph") throw new Error(`A notice starts with its kind: ${token.raw}`);
  const [kind, ...words] = first.tokens;
  const start = { ...kind, raw: "", type: "text", text: withoutKind(kind?.raw ?? "") } as const;
  return (
    <div className="mt-5 max-w-[68ch]">
      <Notice tone={isWarning ? "warn" : "info"}>
        <p>
          <Inline tokens={[start, ...words]} />
        </p>
        <Markdown tokens={rest} language={language} />
      </Notice>
    </div>
  );
}

function withoutKind(text: string): string {
  return text.replace(/^\[!(?:WARNING|NOTE)\]\s*/, "");
}
