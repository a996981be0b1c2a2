// An SMSC in a process of its own: takes every message and sends its receipt right after the response.
import smpp from "smpp";

let ids = 0;

const server = smpp.createServer((session) => {
  session.on("error", () => undefined);
  session.on("bind_transceiver", (pdu) => session.send(pdu.response()));
  session.on("enquire_link", (pdu) => session.send(pdu.response()));
  session.on("unbind", (pdu) => session.send(pdu.response(), () => session.close()));
  session.on("submit_sm", (pdu) => {
    ids += 1;
    const id = String(1_000_000 + ids);
    session.send(pdu.response({ message_id: id }));
    session.deliver_sm({
      source_addr: pdu.destination_addr,
      destination_addr: pdu.source_addr,
      esm_class: 4,
      short_message: `id:${id} sub:001 dlvrd:001 submit date:2608011200 done date:2608011201 stat:DELIVRD err:000 text:`,
    });
  });
});

server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`listening ${server.address().port}\n`);
});
