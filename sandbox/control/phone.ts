import { Hono } from "hono";
import * as z from "zod";
import type { Message } from "../twilio/books.ts";
import type { Twilio } from "../twilio/twilio.ts";
import { bodyOf, ControlError, callerNumber, checked, phoneNumber } from "./input.ts";

const ring = z.strictObject({ from: callerNumber, to: phoneNumber });

const action = z
  .strictObject({
    speech: z.string().trim().min(1, "say something, or send silence").max(2_000).optional(),
    confidence: z.number().min(0).max(1).optional(),
    digits: z
      .string()
      .regex(/^[0-9*#]{1,64}$/, "keys out of 0-9, * and #")
      .optional(),
    hangup: z.literal(true).optional(),
    silence: z.literal(true).optional(),
  })
  .refine(
    ({ speech, digits, hangup, silence }) => Boolean(speech || digits || hangup) !== Boolean(silence),
    "Send speech, digits or hangup, or else silence",
  )
  .refine(({ digits, hangup }) => !(digits && hangup), "Send digits, then hangup");

const text = z.strictObject({ from: phoneNumber, to: phoneNumber, body: z.string().min(1).max(1_600) });

const behaviour = z.strictObject({
  dial: z.enum(["answer", "no-answer", "busy", "failed"]).default("no-answer"),
  presses: z
    .string()
    .regex(/^[0-9*#]*$/, "keys out of 0-9, * and #")
    .default("1"),
  sms: z.enum(["delivered", "unreachable", "landline", "filtered"]).default("delivered"),
});

/** A person's telephone: calls, texts, and how other people's telephones behave. */
export function phoneControl(twilio: Twilio): Hono {
  return new Hono().route("/", calls(twilio)).route("/", texts(twilio)).route("/", telephones(twilio));
}

function calls(twilio: Twilio): Hono {
  const app = new Hono();
  app.post("/calls", async (c) => {
    const { from, to } = await bodyOf(c, ring);
    const call = await twilio.calls.ring(from, to);
    if (!call) throw nobodys(to);
    return c.json(call, 201);
  });
  app.get("/calls", (c) => c.json({ calls: twilio.calls.list() }));
  app.get("/calls/:sid", (c) => {
    const call = twilio.calls.get(c.req.param("sid"));
    if (!call) throw new ControlError(404, `There is no call ${c.req.param("sid")}`);
    return c.json(call);
  });
  app.post("/calls/:sid", async (c) => {
    const { silence: _, ...step } = await bodyOf(c, action);
    const call = await twilio.calls.act(c.req.param("sid"), step);
    if (call === "unknown") throw new ControlError(404, `There is no call ${c.req.param("sid")}`);
    if (call === "over") throw new ControlError(409, "This call is over");
    return c.json(call);
  });
  return app;
}

function texts(twilio: Twilio): Hono {
  const app = new Hono();
  app.get("/sms", (c) => {
    const { to, from } = checked(
      z.object({ to: phoneNumber.optional(), from: phoneNumber.optional() }),
      c.req.query(),
    );
    return c.json({ messages: twilio.sms.list({ to, from }).map(present) });
  });
  app.post("/sms", async (c) => {
    const { from, to, body } = await bodyOf(c, text);
    const received = await twilio.sms.receive(from, to, body);
    if (!received) throw nobodys(to);
    const { message, replies, errors } = received;
    return c.json({ message: present(message), replies: replies.map(present), errors }, 201);
  });
  return app;
}

function telephones(twilio: Twilio): Hono {
  const app = new Hono();
  app.get("/numbers", (c) => c.json({ numbers: twilio.numbers() }));
  app.get("/alerts", (c) => c.json({ alerts: twilio.alerts() }));
  app.get("/phones", (c) => c.json({ phones: twilio.behaviours() }));
  app.put("/phones/:number", async (c) => {
    const number = checked(phoneNumber, c.req.param("number"));
    const chosen = await bodyOf(c, behaviour);
    twilio.behave(number, chosen);
    return c.json({ number, ...chosen });
  });
  return app;
}

const nobodys = (number: string) =>
  new ControlError(
    404,
    `Nobody has bought ${number}: GET /_sandbox/numbers lists the numbers that can be reached`,
  );

const present = (message: Message) => ({ ...message, links: linksIn(message.body) });

/** Web addresses in a text, without the punctuation that ends a sentence. */
const linksIn = (body: string): string[] =>
  [...body.matchAll(/https?:\/\/[^\s<>"]+/g)].map(([link]) => link.replace(/[.,;:!?)\]»]+$/, ""));
