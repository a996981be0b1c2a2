import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";
import { AppError } from "../core/errors";
import { refuse } from "./_refuse";
import { spreadsheetSentences } from "./sentences";

/** SpreadsheetML nests some ten deep. */
const maxDepth = 100;

type Attributes = Readonly<Record<string, string>>;

/** What is done at the tags of these names, which have no prefix here. */
export interface XmlReader {
  open?: Readonly<Record<string, (attributes: Attributes) => void>>;
  close?: Readonly<Record<string, () => void>>;
  text?: (text: string) => void;
}

/**
 * Reads XML as it arrives and yields after each piece, so that the caller takes what its functions collected. Knows no
 * entities but those of XML itself. Throws invalid_request where it isn't well-formed, too deep, or can't be unpacked.
 */
export async function* parseXml(
  stream: Readable,
  reader: XmlReader,
): AsyncGenerator<undefined, undefined> {
  const parser = new SaxesParser({ position: false, xmlns: false as const });
  let depth = 0;
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > maxDepth) throw refuse(spreadsheetSentences.damaged);
    reader.open?.[localName(name)]?.(attributes);
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    reader.close?.[localName(name)]?.();
  });
  const { text } = reader;
  if (text) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  try {
    stream.setEncoding("utf8");
    for await (const piece of stream) {
      parser.write(piece);
      yield;
    }
    parser.close();
    yield;
  } catch (error) {
    throw error instanceof AppError ? error : refuse(spreadsheetSentences.damaged, error);
  }
}

/** Reads XML to its end. */
export async function readXml(stream: Readable, reader: XmlReader): Promise<void> {
  const pieces = parseXml(stream, reader);
  while (!(await pieces.next()).done);
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
