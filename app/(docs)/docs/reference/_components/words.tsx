import { Lexer } from "marked";
import { Inline } from "../../_render/inline";
import { asMarked } from "../../_render/parse-page";

/** A sentence of the document. Its code is marked by backticks. */
export function Words({ text }: { text: string }) {
  const tokens = asMarked(Lexer.lexInline(text));
  const isPlain = tokens.every(({ type }) => type === "text");
  return isPlain ? text : <Inline tokens={tokens} />;
}
