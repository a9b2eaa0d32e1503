import { randomUUID } from "node:crypto";
import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { Fault } from "../kernel/faults.ts";
import type { Kernel } from "../kernel/kernel.ts";
import { type Mail, readMail } from "./message.ts";

export type FakeMail = {
  /** Listens. @throws when the port is taken. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Oldest first; only what went to this address (any case), and with this Message-ID, when given. */
  list(to?: string, messageId?: string): Mail[];
  /** `smtp://user:password@127.0.0.1:port`, for SMTP_URL. */
  readonly url: string;
};

const MAX_BYTES = 10 * 1024 * 1024;

/**
 * A mail server that keeps everything and delivers nothing. Faults for provider `smtp` strike when the message has
 * been handed over, on its recipients as path: `status` answers with that SMTP code (451 when none is given) and
 * keeps nothing; `timeout` keeps nothing and says nothing; `drop` keeps it and cuts the line before the answer;
 * `delay` answers late. Addresses that begin with `bounce` are refused with 550.
 */
export function createMail(kernel: Kernel, { port }: { port: number }): FakeMail {
  const inbox = kernel.stores.table<Mail>("mail");
  const sockets = new Map<number, Socket>();
  let listeningOn = port;

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    size: MAX_BYTES,
    disableReverseLookup: true,
    onAuth: (auth, _, done) => done(null, { user: auth.username }),
    onRcptTo: ({ address }, _, done) =>
      address.startsWith("bounce") ? done(smtpError(550, "5.1.1 No such user")) : done(),
    onData: (stream, session, done) => {
      take(kernel, stream, session).then(async ({ raw, to, fault }) => {
        if (fault?.kind === "timeout") return;
        if (fault?.kind === "status") return done(smtpError(fault.value ?? 451, "refused by the sandbox"));
        if (raw.length > MAX_BYTES) return done(smtpError(552, "5.3.4 Message too big"));
        if (fault?.kind === "delay") await sleep(fault.value ?? 1_000);
        const id = randomUUID();
        inbox.set(id, await readMail(id, raw, to));
        if (fault?.kind === "drop") sockets.get(session.remotePort)?.destroy();
        else done(null, `queued as ${id}`);
      }, done);
    },
  });
  // A client that cuts the line is no trouble of ours.
  server.on("error", () => {});
  server.server.on("connection", (socket: Socket) => {
    const { remotePort } = socket;
    if (remotePort === undefined) return;
    sockets.set(remotePort, socket);
    socket.once("close", () => sockets.delete(remotePort));
  });

  return {
    start: () =>
      new Promise((resolve, reject) => {
        server.server.once("error", reject);
        server.listen(port, "127.0.0.1", () => {
          listeningOn = (server.server.address() as AddressInfo).port;
          resolve();
        });
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets.values()) socket.destroy();
      }),
    list: (to, messageId) =>
      [...inbox.values()]
        .filter((mail) => !to || mail.to.some((address) => address.toLowerCase() === to.toLowerCase()))
        .filter((mail) => !messageId || bare(mail.messageId) === bare(messageId)),
    get url() {
      return `smtp://sandbox:sandbox@127.0.0.1:${listeningOn}`;
    },
  };
}

type Taken = { raw: Buffer; to: string[]; fault: Fault | undefined };

async function take(
  kernel: Kernel,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<Taken> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const to = session.envelope.rcptTo.map(({ address }) => address);
  const entry = kernel.requests.add({
    provider: "smtp",
    direction: "to-provider",
    method: "DATA",
    path: to.join(","),
    headers: { "mail-from": session.envelope.mailFrom ? session.envelope.mailFrom.address : "" },
    body: raw.toString("utf8").slice(0, 100_000),
  });
  const fault = kernel.faults.take("smtp", to.join(","), ["status", "timeout", "drop", "delay"]);
  if (!fault || fault.kind === "delay") entry.status = 250;
  else if (fault.kind === "status") entry.status = fault.value ?? 451;
  return { raw, to, fault };
}

const smtpError = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const bare = (messageId: string | null) => messageId?.replace(/^<|>$/g, "");
