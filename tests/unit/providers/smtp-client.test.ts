import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";
import PostalMime from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { describe, expect, test } from "vitest";
import { ProviderError } from "../../../functions/platform/errors.ts";
import { createSmtpSender } from "../../../functions/providers/smtp/client.ts";

const email = {
  to: "cliente@example.ca",
  subject: "Commande prête à 14 h",
  text: "Merci, Zoé.",
  html: "<p>Merci, Zoé.</p>",
  messageId: "<message-1@callwaiting.example>",
};
const sender = (url: string, from = "Callwaiting <no-reply@callwaiting.example>") =>
  createSmtpSender({ url, from, timeoutMs: 200 });
const failure = (fields: Partial<ProviderError>) =>
  expect.objectContaining({ name: ProviderError.name, provider: "smtp", ...fields });
const refuse = (responseCode: number) => Object.assign(new Error("no"), { responseCode });

/** A real SMTP server that knows one account, and keeps what it takes. */
async function mailServer(options: SMTPServerOptions = {}) {
  const taken: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      username === "user" && password === "p@ss" ? done(null, { user: username }) : done(refuse(535)),
    onData(stream, _, done) {
      let raw = "";
      stream.on("data", (chunk) => {
        raw += chunk;
      });
      stream.on("end", () => {
        taken.push(raw);
        done(null, "queued as 1");
      });
    },
    ...options,
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    taken,
    url: `smtp://user:p%40ss@127.0.0.1:${port}`,
    urlWith: (password: string) => `smtp://user:${password}@127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** A server that talks properly up to a point, and there cuts the line or falls silent. */
async function brokenServer(stopsAt: "greeting" | "DATA" | "middle" | "end", how: "cut" | "silent") {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    const stop = () => (how === "cut" ? socket.destroy() : undefined);
    if (stopsAt === "greeting") return stop();
    let receiving = false;
    socket.write("220 ready\r\n");
    socket.on("data", (chunk) => {
      const said = chunk.toString();
      if (receiving) return stopsAt === "middle" || said.endsWith("\r\n.\r\n") ? stop() : undefined;
      if (/^DATA/im.test(said)) {
        if (stopsAt === "DATA") return stop();
        receiving = true;
        return socket.write("354 go on\r\n");
      }
      return socket.write("250 fine\r\n");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

describe("a mail", () => {
  test("arrives in both forms, accents and all, under our own id", async () => {
    await using server = await mailServer();
    const sent = await sender(server.url).sendEmail({ ...email, headers: { "X-Request-Id": "req-7" } });
    expect(sent).toEqual({ messageId: email.messageId, response: "250 queued as 1" });
    const parsed = await PostalMime.parse(server.taken[0] ?? "");
    expect(parsed).toMatchObject({
      messageId: email.messageId,
      subject: email.subject,
      from: { name: "Callwaiting", address: "no-reply@callwaiting.example" },
      to: [{ address: email.to }],
    });
    expect(parsed.text?.trim()).toBe(email.text);
    expect(parsed.html?.trim()).toBe(email.html);
    expect(parsed.headers).toContainEqual(expect.objectContaining({ key: "x-request-id", value: "req-7" }));
  });

  test("sent twice is recognisable as one: the id is the same", async () => {
    await using server = await mailServer();
    await sender(server.url).sendEmail(email);
    await sender(server.url).sendEmail(email);
    const ids = await Promise.all(server.taken.map(async (raw) => (await PostalMime.parse(raw)).messageId));
    expect(ids).toEqual([email.messageId, email.messageId]);
  });

  test("cannot be given more headers through what a merchant typed", async () => {
    await using server = await mailServer();
    await sender(server.url).sendEmail({ ...email, subject: "Hi\r\nBcc: evil@example.com" });
    const parsed = await PostalMime.parse(server.taken[0] ?? "");
    expect(parsed.bcc).toBeUndefined();
  });
});

describe("what the server says decides", () => {
  test.each([
    ["no such person", 550, "permanent"],
    ["greylisted", 451, "retry"],
  ] as const)("%s (%i)", async (_, code, kind) => {
    await using server = await mailServer({ onRcptTo: (_a, _s, done) => done(refuse(code)) });
    await expect(sender(server.url).sendEmail(email)).rejects.toEqual(failure({ kind, status: code }));
    expect(server.taken).toEqual([]);
  });

  test.each([
    ["refused as spam", 554, "permanent"],
    ["no room just now", 452, "retry"],
  ] as const)("%s after the message (%i)", async (_, code, kind) => {
    await using server = await mailServer({
      onData(stream, _s, done) {
        stream.on("end", () => done(refuse(code)));
        stream.resume();
      },
    });
    await expect(sender(server.url).sendEmail(email)).rejects.toEqual(failure({ kind, status: code }));
  });

  test("a wrong password never works", async () => {
    await using server = await mailServer();
    await expect(sender(server.urlWith("wrong")).sendEmail(email)).rejects.toEqual(
      failure({ kind: "permanent", status: 535 }),
    );
  });

  test("an address that is none is not even tried again", async () => {
    await using server = await mailServer();
    await expect(sender(server.url).sendEmail({ ...email, to: "" })).rejects.toEqual(
      failure({ kind: "permanent" }),
    );
  });
});

describe("without an answer", () => {
  test.each([
    ["greeting", "cut"],
    ["greeting", "silent"],
    ["DATA", "cut"],
    ["DATA", "silent"],
  ] as const)("nothing was taken when the line stops at the %s (%s)", async (at, how) => {
    await using server = await brokenServer(at, how);
    await expect(sender(server.url).sendEmail(email)).rejects.toEqual(failure({ kind: "retry" }));
  });

  test.each(["cut", "silent"] as const)("nobody knows when it stops after the message (%s)", async (how) => {
    await using server = await brokenServer("end", how);
    await expect(sender(server.url).sendEmail(email)).rejects.toEqual(failure({ kind: "unknown" }));
  });

  test("nothing was taken of a long message cut in the middle", async () => {
    await using server = await brokenServer("middle", "cut");
    const long = { ...email, text: "line\n".repeat(2_000_000) };
    await expect(sender(server.url).sendEmail(long)).rejects.toEqual(failure({ kind: "retry" }));
  });

  test("nothing was taken where nobody listens", async () => {
    const server = await brokenServer("greeting", "cut");
    await server[Symbol.asyncDispose]();
    await expect(sender(server.url).sendEmail(email)).rejects.toEqual(failure({ kind: "retry" }));
  });
});

test("health signs in, and says when it cannot", async () => {
  await using server = await mailServer();
  await expect(sender(server.url).ping()).resolves.toBeUndefined();
  await expect(sender(server.urlWith("wrong")).ping()).rejects.toEqual(failure({ kind: "permanent" }));
  expect(server.taken).toEqual([]);
});
