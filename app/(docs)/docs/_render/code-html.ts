import { headers } from "next/headers";
import { publicOriginOf } from "@/lib/core/public-origin";
import { exampleOrigin } from "../_content/example-origin";
import { escapeHtml, highlight } from "./highlight";

/** Code as highlighted HTML in which the examples name this installation's own address. */
export async function codeHtml(code: string, grammar: string): Promise<string> {
  const origin = publicOriginOf(await headers());
  const html = await highlight(code, grammar);
  return html.replaceAll(exampleOrigin, () => escapeHtml(origin));
}
