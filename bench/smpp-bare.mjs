// The bare package, with a window and nothing else: no timeouts, no segments, no reports. Run by measure-smpp.mjs.
import smpp from "smpp";

const [port, count, window] = process.argv.slice(2).map(Number);
const session = smpp.connect({ host: "127.0.0.1", port });
session.socket.setNoDelay(true);
let sent = 0;
let receipts = 0;
let startMs = 0;

session.on("deliver_sm", (pdu) => {
  session.send(pdu.response());
  receipts += 1;
  if (receipts < count) return;
  process.stdout.write(`${Math.round((count * 1000) / (performance.now() - startMs))}\n`);
  session.destroy();
});

session.bind_transceiver({ system_id: "bench", password: "bench" }, () => {
  startMs = performance.now();
  for (let place = 0; place < window; place += 1) send();
});

function send() {
  if (sent === count) return;
  sent += 1;
  const message = {
    source_addr: "Bench",
    destination_addr: "48732129000",
    registered_delivery: 1,
    short_message: "Your login code: 482910",
  };
  session.submit_sm(message, send);
}
