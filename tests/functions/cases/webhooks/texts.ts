import { receiveSms } from "../../../../functions/domain/messages/jobs.ts";
import { uuidv7 } from "../../../../functions/platform/ids.ts";
import { aMessage, CALLER } from "../../../harness/suites/samples.ts";
import { twilio } from "../../../harness/suites/schemes.ts";
import type { Shop } from "../../../harness/suites/shop.ts";
import type { SignedWebhookCase } from "../../../harness/suites/webhook.ts";
import { at, form, json, set, toTarget, without, xml } from "./forms.ts";

const question = (shop: Shop) =>
  form("sms-stop", {
    ...{ MessageSid: `SM${uuidv7().replaceAll("-", "")}`, To: shop.number, From: CALLER },
    ...{ Body: "Is the gravy vegetarian?", OptOutType: "" },
  });
const noText = [
  { what: "a form without MessageSid", change: without("MessageSid"), status: 400 },
  { what: "a text of 10001 letters", change: set("Body", "a".repeat(10_001)), status: 400 },
] as const;
const silence = { ...xml, text: /<Response ?\/>|<Response><\/Response>/ };

/** What Twilio tells of texts. */
export const texts: SignedWebhookCase[] = [
  {
    path: "/api/webhooks/twilio/sms",
    scheme: twilio,
    arrange: (shop) => ({ target: at("sms"), body: question(shop) }),
    odd: [
      ...noText,
      { what: "a text to a number of nobody", change: set("To", "+15145559999"), status: 200 },
    ],
    answers: silence,
    leaves: receiveSms,
  },
  {
    path: "/api/webhooks/twilio/sms-fallback",
    scheme: twilio,
    arrange: (shop) => ({ target: at("sms-fallback"), body: question(shop) }),
    odd: [...noText],
    answers: silence,
    aloof: true,
    leaves: receiveSms,
  },
  {
    path: "/api/webhooks/twilio/message-status",
    scheme: twilio,
    async arrange(shop, world) {
      const { id } = await aMessage(world, shop);
      const MessageSid = `SM${uuidv7().replaceAll("-", "")}`;
      return {
        target: at("message-status", `?m=${shop.id}&id=${id}`),
        body: form("message-status", { MessageSid, MessageStatus: "delivered", ErrorCode: "" }),
      };
    },
    odd: [
      { what: "a form without MessageStatus", change: without("MessageStatus"), status: 400 },
      { what: "a status Twilio has added since", change: set("MessageStatus", "beamed"), status: 200 },
      {
        what: "an address that names no message",
        change: toTarget((target) => target.replace(/id=.*/, "id=7")),
        status: 400,
      },
      {
        what: "a message nobody knows",
        change: toTarget((target) => target.replace(/id=.*/, `id=${uuidv7()}`)),
        status: 200,
      },
    ],
    answers: json,
  },
];
