import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A submit_sm that the SMSC took. */
interface TakenPart {
  id: string;
  from: string;
  to: string;
  esmClass: number;
  dataCoding: number;
  octets: Buffer;
  /** Named further parameters, as `smsc.pl` prints them. */
  further: Map<string, string>;
}

export interface Smsc {
  port: number;
  /** Whatever it printed. */
  lines: string[];
  taken(): TakenPart[];
  stop(): Promise<void>;
}

/** Starts an SMSC in a process of its own: Perl's Net::SMPP, driven by the parameters that `smsc.pl` lists. */
export async function startSmsc(parameters: Record<string, number> = {}): Promise<Smsc> {
  const program = fileURLToPath(new URL("smsc.pl", import.meta.url));
  const words = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
  const child = spawn("perl", [program, ...words], { stdio: ["ignore", "pipe", "inherit"] });
  // When all that it printed has been read, too.
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const lines: string[] = [];
  const port = await new Promise<number>((resolve, reject) => {
    void ended.then(() =>
      reject(new Error("The SMSC needs Perl's Net::SMPP: apt-get install libnet-smpp-perl")),
    );
    createInterface(child.stdout).on("line", (line) => {
      const [, number] = /^listening (\d+)$/.exec(line) ?? [];
      if (number) resolve(Number(number));
      else lines.push(line);
    });
  });
  return {
    port,
    lines,
    taken: () => lines.filter((line) => line.startsWith("took ")).map(takenIn),
    stop: () => {
      child.kill();
      return ended;
    },
  };
}

function takenIn(line: string): TakenPart {
  const [, id = "", from = "", to = "", esmClass, dataCoding, hex = "", ...further] =
    line.split(" ");
  return {
    id,
    from,
    to,
    esmClass: Number(esmClass),
    dataCoding: Number(dataCoding),
    octets: Buffer.from(hex, "hex"),
    further: new Map(further.map((each) => [each.split("=")[0] ?? "", each.split("=")[1] ?? ""])),
  };
}
