import type { MarkedToken, Token, Tokens } from "marked";
import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { asMarked } from "./parse-page";

/** The words of a paragraph, a cell or a heading. */
export function Inline({ tokens }: { tokens: Token[] }) {
  return asMarked(tokens).map((token, place) => {
    const words = inline(token);
    return typeof words === "string" ? (
      words
    ) : (
      <Fragment key={`${place}-${token.type}`}>{words}</Fragment>
    );
  });
}

function inline(token: MarkedToken): ReactNode {
  switch (token.type) {
    case "text":
    case "escape":
      return token.text;
    case "codespan":
      return <code className="font-mono text-[0.9em]">{token.text}</code>;
    case "strong":
      return (
        <strong className="font-semibold">
          <Inline tokens={token.tokens} />
        </strong>
      );
    case "em":
      return (
        <em>
          <Inline tokens={token.tokens} />
        </em>
      );
    case "link":
      return <DocsLink token={token} />;
    case "br":
      return <br />;
    default:
      throw new Error(`The documentation has no look for "${token.type}": ${token.raw}`);
  }
}

function DocsLink({ token: { href, tokens } }: { token: Tokens.Link }) {
  const words = <Inline tokens={tokens} />;
  const isPage = href.startsWith("/") && !href.startsWith("/api/") && !/\.[a-z]+$/.test(href);
  if (!isPage) {
    return (
      <a href={href} className="link">
        {words}
      </a>
    );
  }
  return (
    <Link href={href} prefetch={false} className="link">
      {words}
    </Link>
  );
}
