import { write } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

const maxWaitingBytes = 256_000;
const retryMs = 500;

/**
 * Writes lines to a file descriptor without ever waiting for it or failing because of it: lines that cannot be written
 * are kept up to a bound, dropped beyond it, and their number is told as soon as writing works again.
 */
export class LogWriter {
  private readonly fd: number;
  private waiting: Buffer[] = [];
  private waitingBytes = 0;
  private dropped = 0;
  private failure = "";
  private isBusy = false;
  private isInFlight = false;

  constructor(fd: number) {
    this.fd = fd;
  }

  write(line: string): void {
    const bytes = Buffer.from(line);
    if (this.waitingBytes + bytes.length > maxWaitingBytes) this.dropped += 1;
    else this.add(bytes);
    if (!this.isBusy) this.writeNext();
  }

  /** Waits until nothing is left to write, at most this long. False when a write hangs, as to a pipe that nobody reads. */
  async untilWritten(timeoutMs: number): Promise<boolean> {
    const deadline = Date.now() + timeoutMs;
    while (this.waiting.length > 0 && Date.now() < deadline) await pause(10);
    return !this.isInFlight;
  }

  private add(bytes: Buffer): void {
    this.waiting.push(bytes);
    this.waitingBytes += bytes.length;
  }

  private writeNext(): void {
    const bytes = Buffer.concat(this.waiting);
    this.isBusy = bytes.length > 0;
    if (!this.isBusy) return;
    this.waiting = [bytes];
    this.isInFlight = true;
    write(this.fd, bytes, (error, written) => {
      this.isInFlight = false;
      if (error) return this.tryLater(error);
      this.waiting[0] = bytes.subarray(written);
      this.waitingBytes -= written;
      if (written === bytes.length) this.waiting.shift();
      if (this.dropped > 0) this.addLoss();
      this.writeNext();
    });
  }

  private tryLater({ code = "unknown" }: NodeJS.ErrnoException): void {
    this.failure = code;
    setTimeout(() => this.writeNext(), retryMs).unref();
  }

  private addLoss(): void {
    const { dropped, failure } = this;
    const msg = "log lines were dropped because they could not be written";
    const line = { level: 50, time: Date.now(), dropped, code: failure || "EAGAIN", msg };
    this.dropped = 0;
    this.failure = "";
    this.add(Buffer.from(`${JSON.stringify(line)}\n`));
  }
}
