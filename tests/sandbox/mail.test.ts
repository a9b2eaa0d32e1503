import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import nodemailer, { type SendMailOptions } from "nodemailer";
import { afterEach, expect, test } from "vitest";
import { createKernel, type Kernel } from "../../sandbox/kernel/kernel.ts";
import { createMail, type FakeMail } from "../../sandbox/mail/mail.ts";

let running: FakeMail[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const mail of running) await mail.stop();
  running = [];
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function start(dataDir?: string): Promise<{ kernel: Kernel; mail: FakeMail }> {
  const kernel = createKernel({ baseUrl: "http://localhost/_sandbox", ...(dataDir ? { dataDir } : {}) });
  const mail = createMail(kernel, { port: 0 });
  await mail.start();
  running.push(mail);
  return { kernel, mail };
}

const send = (mail: FakeMail, overrides: SendMailOptions = {}) =>
  nodemailer.createTransport({ url: mail.url, socketTimeout: 300 }).sendMail({
    from: "Salon Émeraude <no-reply@callwaiting.example>",
    to: "Client@Exemple.ca",
    subject: "Votre reçu — 28,75 $",
    text: "Merci ! Voir https://shop.test/o/1?a=1&b=2.",
    html: '<p>Merci ! <a href="https://shop.test/o/1?a=1&amp;b=2">Voir</a> <a href="https://shop.test/aide">Aide</a></p>',
    messageId: "<order-1@callwaiting.example>",
    ...overrides,
  });

test("a message is kept with its accents, links and Message-ID, and found by both", async () => {
  const { mail } = await start();
  const info = await send(mail);
  expect(info.response).toMatch(/^250/);
  const [kept] = mail.list("client@exemple.ca");
  expect(kept).toMatchObject({
    messageId: "<order-1@callwaiting.example>",
    from: "Salon Émeraude <no-reply@callwaiting.example>",
    to: ["Client@exemple.ca"],
    subject: "Votre reçu — 28,75 $",
    links: ["https://shop.test/o/1?a=1&b=2", "https://shop.test/aide"],
  });
  expect(mail.list(undefined, "order-1@callwaiting.example")).toHaveLength(1);
  expect(mail.list("someone@else.ca")).toEqual([]);
  expect(mail.list(undefined, "<other@x>")).toEqual([]);
});

test("refused with the code that was asked for, and nothing kept", async () => {
  const { kernel, mail } = await start();
  kernel.faults.add({ provider: "smtp", kind: "status", value: 554, count: 1 });
  await expect(send(mail)).rejects.toMatchObject({ responseCode: 554 });
  expect(mail.list()).toEqual([]);
  await send(mail);
  expect(mail.list()).toHaveLength(1);
});

test("an address that bounces is refused at once", async () => {
  const { mail } = await start();
  await expect(send(mail, { to: "bounce@exemple.ca" })).rejects.toMatchObject({ responseCode: 550 });
});

test("drop: the message was taken, the sender never hears so", async () => {
  const { kernel, mail } = await start();
  kernel.faults.add({ provider: "smtp", path: "exemple.ca", kind: "drop", count: 1 });
  await expect(send(mail)).rejects.toThrow();
  expect(mail.list(undefined, "<order-1@callwaiting.example>")).toHaveLength(1);
});

test("timeout: no answer and nothing taken", async () => {
  const { kernel, mail } = await start();
  kernel.faults.add({ provider: "smtp", kind: "timeout", count: 1 });
  await expect(send(mail)).rejects.toMatchObject({ code: "ETIMEDOUT" });
  expect(mail.list()).toEqual([]);
});

test("the inbox survives a restart and is emptied by a reset", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "mail-"));
  folders.push(dataDir);
  const before = await start(dataDir);
  await send(before.mail);
  const after = await start(dataDir);
  expect(after.mail.list("client@exemple.ca")).toHaveLength(1);
  after.kernel.stores.resetAll();
  expect(after.mail.list()).toEqual([]);
});

test("a port that is taken is said so", async () => {
  const { kernel, mail } = await start();
  const port = Number(new URL(mail.url).port);
  await expect(createMail(kernel, { port }).start()).rejects.toMatchObject({ code: "EADDRINUSE" });
});
