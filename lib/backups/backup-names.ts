import { randomBytes } from "node:crypto";

const draftShape = /^\.depesza-[\w-]+\.tar(\.aes)?\.[0-9a-f]{8}\.partial$/;

interface Made {
  at: Date;
  isEncrypted: boolean;
}

/** The name of a backup by schedule made now. Names sort by age, and no two installations choose the same. */
export function scheduledName({ at, isEncrypted }: Made): string {
  return named(`${stamp(at)}-${randomBytes(3).toString("hex")}`, isEncrypted);
}

/** The name of a backup that somebody asks for without naming it. */
export function manualName({ at, isEncrypted }: Made): string {
  return named(`manual-${stamp(at)}`, isEncrypted);
}

/** What a backup in the making is called: hidden, never taken for one, and like no other. */
export function draftName(name: string): string {
  return `.${name}.${randomBytes(4).toString("hex")}.partial`;
}

/** Whether a file is in the making, or what is left of it: of a backup with this name, or one that Depesza named. */
export function isDraftName(file: string, name: string): boolean {
  return draftShape.test(file) || (file.startsWith(`.${name}.`) && file.endsWith(".partial"));
}

function named(middle: string, isEncrypted: boolean): string {
  return `depesza-${middle}.tar${isEncrypted ? ".aes" : ""}`;
}

function stamp(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}
