import { open } from "node:fs/promises";
import { encryptedWord } from "./_encryption";

/** Whether a file begins as an encrypted backup does. */
export async function isEncrypted(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(encryptedWord.length);
    await file.read(head, 0, head.length, 0);
    return head.equals(encryptedWord);
  } finally {
    await file.close();
  }
}
