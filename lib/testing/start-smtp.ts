import { type AddressInfo, createServer, type Socket } from "node:net";

/** A mail server (RFC 5321, as little of it as a client needs) that takes everything, or says to whom it does not. */
export async function startSmtp(port = 0) {
  let said = "";
  let isBody = false;
  let refusal: string | undefined;
  const answerTo = (text: string): string => {
    if (isBody) return "250 taken";
    if (text.startsWith("RCPT") && refusal !== undefined) return refusal;
    return text.startsWith("DATA") ? "354 go on" : "250 fine";
  };
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => {});
    socket.write("220 ready\r\n");
    socket.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (isBody && !said.endsWith("\r\n.\r\n")) return;
      const answer = answerTo(text);
      isBody = answer.startsWith("354");
      socket.write(`${answer}\r\n`);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: taken } = server.address() as AddressInfo;
  return {
    port: taken,
    url: `smtp://127.0.0.1:${taken}`,
    /** Everything clients have said. */
    said: () => said,
    /** From now on every recipient is answered with this; with undefined all are fine again. */
    refuse(answer: string | undefined) {
      refusal = answer;
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
