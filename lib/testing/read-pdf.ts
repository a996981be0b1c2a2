import { extractText, getDocumentProxy } from "unpdf";

/** The text of a PDF file, with one space between any two words. */
export async function readPdf(file: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(file), { mergePages: true });
  return text.replaceAll(/\s+/g, " ");
}
