import { Lexer } from "marked";
import { Inline } from "../../_render/inline";

/** A sentence of the document, whose code is marked by backticks. */
export function Words({ text }: { text: string }) {
  return <Inline tokens={Lexer.lexInline(text)} />;
}
