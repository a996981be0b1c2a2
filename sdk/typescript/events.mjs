/** How many of the newest are read each time; with more new ones, further pages are read. */
const pageSize = 100;
const most = 2000;
/** Open messages that have left the newest page are asked for one by one, so many each time. */
const askedEachTime = 10;
const maxRemembered = 10_000;
const endings = new Set(["delivered", "failed", "expired", "bounced"]);

/**
 * The events of the account's messages from now on, as its webhook endpoints get them: those that begin with `sms.`. The
 * API has no stream for tokens, so lists are read each second. It follows the 100 newest messages there are at the start,
 * and every later one. It calls `onReady` once it knows how things stand, and `onError` with each look that failed.
 */
export async function* events(client, { signal, intervalMs = 1000, onReady, onError = fail } = {}) {
  const watch = new Watch(client, signal);
  await watch.begin();
  onReady?.();
  while (!signal?.aborted) {
    await pause(intervalMs, signal);
    try {
      await watch.look();
    } catch (error) {
      if (signal?.aborted) return;
      onError(error);
    }
    yield* watch.take();
  }
}

/** The newest event among the newest messages; undefined when nothing has ended or arrived. */
export async function lastEvent(client) {
  const found = [];
  for await (const message of first(pageSize, client.messages({ limit: pageSize }))) {
    if (endings.has(message.status)) found.push(eventOfMessage(message));
  }
  for await (const message of first(1, client.received({ limit: 1 }))) {
    found.push(eventOfReceived(message));
  }
  return found.sort(newestFirst)[0];
}

/** What is known of an account's messages, and what is new. */
class Watch {
  #client;
  #options;
  /** Messages that have not ended; the one seen longest ago comes first. */
  #open = new Set();
  /** What was told already, or was over before this began. */
  #done = new Set();
  /** What this look has come across. */
  #seen = new Set();
  #found = [];
  #newestId = "";
  #hasBegun = false;

  constructor(client, signal) {
    this.#client = client;
    this.#options = { signal };
  }

  async begin() {
    await this.#readSent();
    await this.#readReceived();
    this.#hasBegun = true;
  }

  async look() {
    this.#seen.clear();
    await this.#readSent();
    await this.#askForOpen();
    await this.#readReceived();
  }

  /** What was found since the last time, the oldest first. */
  take() {
    return this.#found.splice(0).sort(newestFirst).reverse();
  }

  async #readSent() {
    const known = this.#newestId;
    const limit = this.#hasBegun ? most : pageSize;
    const messages = this.#client.messages({ limit: pageSize }, this.#options);
    let count = 0;
    for await (const message of first(limit, messages)) {
      count += 1;
      this.#note(message);
      // The first page is always read whole: messages may become visible in another order than that of their IDs.
      if (count >= pageSize && message.message_id <= known) break;
    }
  }

  /** Those that have left the newest page. */
  async #askForOpen() {
    const unseen = [...this.#open].filter((id) => !this.#seen.has(id));
    for (const id of unseen.slice(0, askedEachTime)) {
      const message = await this.#client.message(id, this.#options).catch(missing);
      this.#open.delete(id);
      if (message) this.#note(message);
      else this.#finish(id);
    }
  }

  async #readReceived() {
    const messages = this.#client.received({ limit: pageSize }, this.#options);
    let count = 0;
    for await (const message of first(this.#hasBegun ? most : pageSize, messages)) {
      count += 1;
      const isKnown = this.#done.has(message.message_id);
      if (isKnown && count >= pageSize) break;
      if (isKnown) continue;
      this.#finish(message.message_id);
      this.#tell(eventOfReceived(message));
    }
  }

  #note(message) {
    const id = message.message_id;
    this.#seen.add(id);
    if (id > this.#newestId) this.#newestId = id;
    if (this.#done.has(id)) return;
    // To the end of the queue, so that each is asked for in its turn.
    this.#open.delete(id);
    if (endings.has(message.status)) {
      this.#finish(id);
      this.#tell(eventOfMessage(message));
    } else if (message.status === "cancelled") this.#finish(id);
    else keep(this.#open, id, most);
  }

  #finish(id) {
    keep(this.#done, id, maxRemembered);
  }

  /** What was over at the start is no news. */
  #tell(event) {
    if (this.#hasBegun) this.#found.push(event);
  }
}

/** Adds to a set of bounded size; the oldest makes room. */
function keep(set, value, size) {
  set.add(value);
  if (set.size > size) set.delete(set.values().next().value);
}

/** The body of a message's event, its members in the order in which the installation sends them. */
function eventOfMessage(message) {
  const { status, ended_at: endedAt, message_id: messageId } = message;
  // A message ends once, so an ID made from its own tells events apart. The installation's own IDs are others.
  const id = messageId.replace(/^msg_/, "evt_");
  const body = {
    event: `sms.${status}`,
    message_id: messageId,
    to: message.to,
    [`${status}_at`]: endedAt,
    operator: message.operator,
    segments: message.segments,
    id,
    timestamp: endedAt,
    from: message.from,
    status,
    reason: status === "delivered" ? null : message.reason,
    client_ref: message.client_ref,
    metadata: message.metadata,
    idempotency_key: message.idempotency_key,
    test: message.test,
    operator_source: message.operator_source,
  };
  return { id, type: body.event, at: endedAt, messageId, body: JSON.stringify(body) };
}

/** The same of a message from a phone; here the ID is the installation's own. */
function eventOfReceived(message) {
  const { message_id: messageId, received_at: receivedAt } = message;
  const id = messageId.replace(/^inb_/, "evt_");
  const body = {
    event: "sms.received",
    message_id: messageId,
    to: message.to,
    received_at: receivedAt,
    id,
    timestamp: receivedAt,
    from: message.from,
    body: message.body,
    keyword: message.keyword,
    in_reply_to: message.in_reply_to,
    test: message.test,
  };
  return { id, type: body.event, at: receivedAt, messageId, body: JSON.stringify(body) };
}

async function* first(count, entries) {
  let place = 0;
  for await (const entry of entries) {
    yield entry;
    place += 1;
    if (place >= count) return;
  }
}

/** A message that was erased meanwhile is no failure. */
function missing(error) {
  if (error.status !== 404) throw error;
}

function newestFirst(one, other) {
  return Date.parse(other.at) - Date.parse(one.at);
}

function pause(ms, signal) {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener("abort", end);
    if (signal?.aborted) end();
  });
}

function fail(error) {
  throw error;
}
