import { connect as connectTcp, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { describeStatus, isUnauthorized, notBound } from "./_error-codes";
import { BrokenStream, FrameGuard } from "./_frame-guard";
import { decodePdu, encodeError, encodePdu, type Fields, headerOf, type Pdu } from "./_pdu";

export interface LinkSettings {
  host: string;
  port: number;
  tls: boolean;
  system_id: string;
  password: string;
  system_type: string;
  response_timeout_s: number;
  enquire_link_s: number;
}

export type BindMode = "transceiver" | "transmitter" | "receiver";

/** The response to a request, or why none will come. */
export type Reply =
  | { kind: "response"; status: number; messageId: string; pdu: Pdu | undefined }
  | { kind: "lost"; detail: string }
  /** Not a byte of the request left. */
  | { kind: "unsent" };

/** Why a link is no more. */
export interface LinkEnd {
  detail: string;
  isUnauthorized: boolean;
  /** The carrier answered something after the bind. */
  wasUseful: boolean;
}

interface Owner {
  /** Messages can go over it from now on. */
  bound(): void;
  /** Resolves to whether what the carrier delivered is stored; never rejects. Undefined: a PDU without its parts. */
  deliver(pdu: Pdu | undefined, frame: Buffer): Promise<boolean>;
}

interface Outstanding {
  commandId: number;
  resolve: (reply: Reply) => void;
  timer: NodeJS.Timeout;
}

const responseBit = 0x8000_0000;
const genericNack = 0x8000_0000;
const maxSequence = 0x7fff_ffff;
/** ESME_RINVCMDID and ESME_RX_T_APPN. */
const statuses = { unknownCommand: 0x03, tryLater: 0x64 };
const commands = {
  query_sm: 0x03,
  submit_sm: 0x04,
  unbind: 0x06,
  enquire_link: 0x15,
  bind_receiver: 0x01,
  bind_transmitter: 0x02,
  bind_transceiver: 0x09,
} as const;
type Command = keyof typeof commands;
const deliveries: Record<number, string> = { 5: "deliver_sm_resp", 259: "data_sm_resp" };
/** Deliveries being stored at once; beyond, the socket is not read. */
const maxDeliveries = 200;
const connectTimeoutMs = 10_000;
const unbindTimeoutMs = 2_000;

/** One bind over one connection, from connecting to its end. */
export class Link {
  /** Of the pool: how many submissions hold a place in the window. */
  inFlight = 0;
  isBound = false;
  private sequence = 0;
  private delivering = 0;
  private wasUseful = false;
  private socket: Socket | undefined;
  private readonly outstanding = new Map<number, Outstanding>();
  private readonly guard = new FrameGuard();
  private finish: (end: LinkEnd) => void = () => undefined;
  private readonly settings: LinkSettings;
  private readonly mode: BindMode;
  private readonly owner: Owner;

  constructor(settings: LinkSettings, mode: BindMode, owner: Owner) {
    this.settings = settings;
    this.mode = mode;
    this.owner = owner;
  }

  /** Connects, binds, and keeps the link up; resolves when it is no more. Never rejects. */
  run(): Promise<LinkEnd> {
    return new Promise((resolve) => {
      this.finish = resolve;
      const { host, port } = this.settings;
      this.socket = this.settings.tls ? connectTls({ host, port }) : connectTcp({ host, port });
      const timer = setTimeout(() => this.end("no connection in time"), connectTimeoutMs);
      this.socket.setNoDelay(true);
      this.socket.once(this.settings.tls ? "secureConnect" : "connect", () => {
        clearTimeout(timer);
        void this.bind();
      });
      this.socket.on("data", (chunk: Buffer) => this.read(chunk));
      this.socket.on("error", (error) => this.end(error.message));
      this.socket.once("close", () => {
        clearTimeout(timer);
        this.end("the carrier closed the connection");
      });
    });
  }

  /** Sends a request. Resolves to its response, or to `lost` after the timeout or with the link; never rejects. */
  request(command: Command, fields: Fields, timeoutMs = this.timeoutMs): Promise<Reply> {
    return new Promise((resolve) => {
      const sequence = this.nextSequence();
      if (!this.write(encodePdu(command, sequence, fields))) {
        resolve({ kind: "unsent" });
        return;
      }
      const timer = setTimeout(() => {
        this.conclude(sequence, { kind: "lost", detail: "The carrier gave no response in time." });
      }, timeoutMs);
      this.outstanding.set(sequence, { commandId: commands[command], resolve, timer });
    });
  }

  /** Unbinds once the responses under way have come, or after so long. */
  async close(timeoutMs: number): Promise<void> {
    const wasBound = this.isBound;
    this.isBound = false;
    await this.untilIdle(timeoutMs);
    if (wasBound) await this.request("unbind", {}, unbindTimeoutMs);
    this.end("unbound");
  }

  private get timeoutMs(): number {
    return this.settings.response_timeout_s * 1000;
  }

  private async bind(): Promise<void> {
    const { system_id, password, system_type } = this.settings;
    const credentials = { system_id, password, system_type, interface_version: 0x34 };
    const reply = await this.request(`bind_${this.mode}`, credentials);
    if (reply.kind !== "response") this.end("no response to the bind");
    else if (reply.status !== 0) {
      this.end(describeStatus(reply.status), isUnauthorized(reply.status));
    } else {
      this.isBound = true;
      this.keepAlive();
      this.owner.bound();
    }
  }

  /** Asks whether the carrier is still there; a link without an answer is cut. */
  private keepAlive(): void {
    const timer = setTimeout(async () => {
      const reply = await this.request("enquire_link", {});
      if (reply.kind === "response") this.keepAlive();
      else this.end("no response to enquire_link");
    }, this.settings.enquire_link_s * 1000);
    this.socket?.once("close", () => clearTimeout(timer));
  }

  private read(chunk: Buffer): void {
    try {
      for (const frame of this.guard.push(chunk)) this.receive(frame);
    } catch (error) {
      if (!(error instanceof BrokenStream)) throw error;
      this.end(`the carrier sent ${error.message}`);
    }
  }

  private receive(frame: Buffer): void {
    const { commandId, sequence, status: code } = headerOf(frame);
    if (commandId >= responseBit) this.receiveResponse(frame);
    else if (commandId in deliveries) void this.receiveDelivery(frame);
    else if (commandId === commands.enquire_link)
      this.write(encodePdu("enquire_link_resp", sequence));
    else if (commandId === commands.unbind) {
      this.isBound = false;
      this.write(encodePdu("unbind_resp", sequence));
      void this.untilIdle(this.timeoutMs).then(() => this.end("the carrier unbound"));
    } else if (code === 0) {
      this.write(encodeError("generic_nack", sequence, statuses.unknownCommand));
    }
  }

  private receiveResponse(frame: Buffer): void {
    const { commandId, sequence, status: code } = headerOf(frame);
    const request = this.outstanding.get(sequence);
    if (!request) return;
    if (commandId !== genericNack && commandId !== request.commandId + responseBit) return;
    // An error without a body, or with one that nobody can read, is an error all the same.
    const pdu = decodePdu(frame);
    const messageId = pdu?.text("message_id") ?? "";
    const isError = commandId === genericNack && code === 0;
    const status = isError ? statuses.unknownCommand : code;
    this.conclude(sequence, { kind: "response", status, messageId, pdu });
    if (status === notBound && this.isBound) void this.close(this.timeoutMs);
  }

  private async receiveDelivery(frame: Buffer): Promise<void> {
    const { commandId, sequence } = headerOf(frame);
    this.delivering += 1;
    if (this.delivering >= maxDeliveries) this.socket?.pause();
    const isStored = await this.owner.deliver(decodePdu(frame), frame);
    this.delivering -= 1;
    if (this.delivering < maxDeliveries / 2) this.socket?.resume();
    const command = deliveries[commandId] ?? "generic_nack";
    this.write(
      isStored ? encodePdu(command, sequence) : encodeError(command, sequence, statuses.tryLater),
    );
  }

  private conclude(sequence: number, reply: Reply): void {
    const request = this.outstanding.get(sequence);
    if (!request) return;
    clearTimeout(request.timer);
    this.outstanding.delete(sequence);
    if (reply.kind === "response" && this.isBound) this.wasUseful = true;
    request.resolve(reply);
  }

  private nextSequence(): number {
    do this.sequence = (this.sequence % maxSequence) + 1;
    while (this.outstanding.has(this.sequence));
    return this.sequence;
  }

  /** Requests of the same moment leave in one packet. */
  private write(octets: Buffer): boolean {
    const { socket } = this;
    if (!socket?.writable || socket.connecting) return false;
    if (socket.writableCorked === 0) {
      socket.cork();
      process.nextTick(() => socket.uncork());
    }
    socket.write(octets);
    return true;
  }

  private async untilIdle(timeoutMs: number): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (this.inFlight > 0 && Date.now() < deadline && this.socket?.writable) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  private end(detail: string, unauthorized = false): void {
    this.isBound = false;
    this.socket?.destroy();
    for (const sequence of this.outstanding.keys()) {
      this.conclude(sequence, { kind: "lost", detail: `The connection was lost: ${detail}.` });
    }
    this.finish({ detail, isUnauthorized: unauthorized, wasUseful: this.wasUseful });
  }
}
