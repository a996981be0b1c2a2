const shape = /^depesza-(\d{8})T(\d{6})Z\.tar(\.aes)?$/;
const draftShape = /^\.depesza-\d{8}T\d{6}Z\.tar(\.aes)?\.partial$/;

/** The name of a backup made now; names sort by age. */
export function backupName(at: Date, isEncrypted: boolean): string {
  const digits = at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "");
  return `depesza-${digits}Z.tar${isEncrypted ? ".aes" : ""}`;
}

/** Whether a file is called as a backup of ours: only those are ever deleted. */
export function isBackupName(name: string): boolean {
  return shape.test(name);
}

/** Whether a file is what is left of a backup that was never finished. */
export function isDraftName(name: string): boolean {
  return draftShape.test(name);
}
