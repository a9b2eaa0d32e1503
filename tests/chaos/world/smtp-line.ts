import { connect, createServer, type Socket } from "node:net";
import type { Crossings } from "./crossings.ts";

/** The line between the functions and the mail server: handing a message over is a crossing. */
export type SmtpLine = { url: string; stop(): void };

const END_OF_MESSAGE = "\r\n.\r\n";

/** @param mailUrl of the sandbox's mail server; the line's own address has the same credentials */
export async function openSmtpLine(mailUrl: string, crossings: Crossings): Promise<SmtpLine> {
  const target = new URL(mailUrl);
  const server = createServer((client) => carry(client, Number(target.port), crossings));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = new URL(mailUrl);
  url.port = String(typeof address === "object" && address ? address.port : 0);
  return { url: url.href.replace(/\/$/, ""), stop: () => server.close() };
}

function carry(client: Socket, port: number, crossings: Crossings): void {
  const server = connect(port, "127.0.0.1");
  const cut = () => {
    client.destroy();
    server.destroy();
  };
  for (const socket of [client, server]) socket.on("error", cut).on("close", cut);
  let tail = "";
  let answered: ((reply: Buffer) => void) | undefined;
  server.on("data", (reply) => {
    if (answered) answered(reply);
    else client.write(reply);
  });
  client.on("data", (chunk) => {
    tail = (tail + chunk.toString("latin1")).slice(-END_OF_MESSAGE.length);
    if (tail !== END_OF_MESSAGE) return server.write(chunk);
    tail = "";
    const handOver = () =>
      new Promise<Buffer>((resolve) => {
        answered = resolve;
        server.write(chunk);
      });
    crossings.cross("smtp DATA", handOver).then((reply) => {
      answered = undefined;
      client.write(reply);
    }, cut);
    return true;
  });
}
