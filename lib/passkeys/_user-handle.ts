/** How a device knows whose passkey it has: the bytes of the user's ID, which says nothing about them. */
export function userHandle(userId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(userId.replaceAll("-", ""), "hex"));
}
