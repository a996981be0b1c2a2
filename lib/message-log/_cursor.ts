import { invalidFields } from "../core/invalid-fields";
import { coreSentences } from "../core/sentences";

/** The place after a message in a list, opaque to whoever carries it. */
export function toCursor(id: string): string {
  return Buffer.from(id.replaceAll("-", ""), "hex").toString("base64url");
}

/** The id behind a cursor. Throws invalid_request for anything `toCursor` has not made. */
export function readCursor(cursor: string): string {
  const hex = Buffer.from(cursor, "base64url").toString("hex");
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  if (id.length !== 36 || toCursor(id) !== cursor) {
    throw invalidFields({ cursor: [coreSentences.wrongCursor] });
  }
  return id;
}
