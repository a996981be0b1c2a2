/** Where a process reaches its own listener: listening on every address is no address to connect to. */
export function loopbackOf(address: string): string {
  if (address === "0.0.0.0") return "127.0.0.1";
  return address === "::" ? "::1" : address;
}
