import type { DomainEvent } from "../../platform/events.ts";
import { formatMoney, formatPhone } from "../shared/format.ts";
import type { Locale } from "../shared/schemas.ts";
import { mailHtml } from "./html.ts";
import { templates } from "./templates/index.ts";
import type { Channel, MessageContext, OrderFacts, OutgoingMessage, TemplateName } from "./types.ts";

/** As much of an event as messages are made of. */
type Told = Pick<DomainEvent, "id" | "type" | "data">;

type Draft = {
  template: TemplateName;
  channel: Channel;
  to: string | null;
  locale: Locale;
  body: string;
} & Partial<Pick<OutgoingMessage, "subject" | "html">>;

/**
 * The messages an event leads to, in the language of whoever reads them. Pure: the same event gives the same
 * messages with the same keys, so that a second delivery queues nothing new.
 * @param now for "pay within n minutes"
 * @param webBaseUrl where staff open what the alert is about
 */
export function composeMessages(
  event: Told,
  context: MessageContext,
  now: Date,
  webBaseUrl: string,
): OutgoingMessage[] {
  const drafts = draftsFor(event, context, now, webBaseUrl).filter((draft) => draft.to);
  return drafts.map((draft) => ({
    dedupeKey: `${event.id}:${draft.template}:${draft.channel}`,
    channel: draft.channel,
    to: draft.to ?? "",
    from: draft.channel === "sms" ? context.merchant.smsFrom : null,
    template: draft.template,
    locale: draft.locale,
    subject: draft.subject ?? null,
    body: draft.body,
    html: draft.html ?? null,
    orderId: context.order?.id ?? null,
    callId: context.call?.id ?? null,
    customerId: context.order?.customerId ?? context.call?.customerId ?? null,
  }));
}

function draftsFor(event: Told, context: MessageContext, now: Date, webBaseUrl: string): Draft[] {
  const { order, call } = context;
  switch (event.type) {
    case "payment_link.ready":
    case "payment_link.resend":
      return order ? paymentLink(context, order, event, now) : [];
    case "order.paid":
      return order ? [...receipt(context, order), ...staffPaid(context, order, webBaseUrl)] : [];
    case "order.cancelled":
      return order ? toCustomer(context, order, "orderCancelled") : [];
    case "order.expired":
      return order ? toCustomer(context, order, "orderExpired") : [];
    case "order.refunded":
      return order ? refunded(context, order, Number(event.data.refundedCents)) : [];
    case "payment.mismatch":
    case "refund.failed":
      return order ? staffAttention(context, order, webBaseUrl) : [];
    case "call.missed":
      // Something may have been captured since, by the recording that came in after the hang-up.
      return call && !call.captured ? textBack(context, call.from, call.language) : [];
    case "callback.requested":
      return context.callback ? callback(context, context.callback, webBaseUrl) : [];
    case "voicemail.received":
      return context.voicemail ? voicemail(context, context.voicemail, webBaseUrl) : [];
    case "message.received":
      return context.message ? staffText(context, context.message, webBaseUrl) : [];
    default:
      return [];
  }
}

function paymentLink({ merchant }: MessageContext, order: OrderFacts, event: Told, now: Date): Draft[] {
  if (order.status !== "awaiting_payment" || !order.url) return [];
  const { locale, url } = order;
  const total = formatMoney(order.totalCents, order.currency, locale);
  const left = order.expiresAt ? Date.parse(order.expiresAt) - now.getTime() : 0;
  const minutes = Math.max(1, Math.round(left / 60_000));
  const again = event.type === "payment_link.ready" && Number(event.data.attempt) > 1;
  const text = templates[locale];
  const body = again
    ? text.paymentFailed({ merchant: merchant.name, total, url })
    : text.paymentLink({ merchant: merchant.name, total, url, minutes });
  return [
    { template: again ? "paymentFailed" : "paymentLink", channel: "sms", to: order.phone, locale, body },
  ];
}

function receipt({ merchant }: MessageContext, order: OrderFacts): Draft[] {
  const { locale, number } = order;
  const text = templates[locale];
  const total = formatMoney(order.totalCents, order.currency, locale);
  const body = text.receipt({ merchant: merchant.name, number, total, summary: order.summary });
  const subject = text.receiptSubject({ merchant: merchant.name, number });
  const html = mailHtml({ locale, merchant: merchant.name, heading: subject, text: body, order });
  return [
    { template: "receipt", channel: "sms", to: order.phone, locale, body },
    { template: "receipt", channel: "email", to: order.email, locale, subject, body, html },
  ];
}

function toCustomer(
  { merchant }: MessageContext,
  order: OrderFacts,
  template: "orderCancelled" | "orderExpired",
): Draft[] {
  const body = templates[order.locale][template]({ merchant: merchant.name, number: order.number });
  return [{ template, channel: "sms", to: order.phone, locale: order.locale, body }];
}

function refunded({ merchant }: MessageContext, order: OrderFacts, refundedCents: number): Draft[] {
  const { locale, number } = order;
  const text = templates[locale];
  const amount = formatMoney(refundedCents, order.currency, locale);
  const body = text.orderRefunded({ merchant: merchant.name, number, amount });
  const subject = text.refundSubject({ merchant: merchant.name, number });
  const html = mailHtml({ locale, merchant: merchant.name, heading: subject, text: body });
  return [
    { template: "orderRefunded", channel: "sms", to: order.phone, locale, body },
    { template: "orderRefunded", channel: "email", to: order.email, locale, subject, body, html },
  ];
}

function textBack({ merchant }: MessageContext, to: string | null, language: Locale | null): Draft[] {
  const locale = language ?? merchant.locale;
  return [
    {
      template: "textBack",
      channel: "sms",
      to,
      locale,
      body: templates[locale].textBack({ merchant: merchant.name }),
    },
  ];
}

/** An alert to whoever the merchant named, in the merchant's language: by text and by e-mail. */
function alert(
  { merchant }: MessageContext,
  template: TemplateName,
  subject: string,
  body: string,
  link: string,
  order?: OrderFacts,
): Draft[] {
  const { locale } = merchant;
  const html = mailHtml({
    locale,
    merchant: merchant.name,
    heading: subject,
    text: body,
    link,
    ...(order ? { order } : {}),
  });
  return [
    { template, channel: "sms", to: merchant.alertPhone, locale, body },
    { template, channel: "email", to: merchant.alertEmail, locale, subject, body, html },
  ];
}

function staffPaid(context: MessageContext, order: OrderFacts, webBaseUrl: string): Draft[] {
  const text = templates[context.merchant.locale];
  const total = formatMoney(order.totalCents, order.currency, context.merchant.locale);
  const phone = order.phone ? formatPhone(order.phone) : text.words.anonymous;
  const customer = [order.customerName, phone].filter(Boolean).join(", ");
  const body = text.staffPaid({ number: order.number, total, summary: order.summary, customer });
  const link = `${webBaseUrl}/orders/${order.id}`;
  return alert(
    context,
    "staffPaid",
    text.staffPaidSubject({ number: order.number, total }),
    body,
    link,
    order,
  );
}

function staffAttention(context: MessageContext, order: OrderFacts, webBaseUrl: string): Draft[] {
  const text = templates[context.merchant.locale];
  const body = text.staffAttention({ number: order.number, sentence: order.attention ?? "" });
  const link = `${webBaseUrl}/orders/${order.id}`;
  return alert(context, "staffAttention", text.staffAttentionSubject({ number: order.number }), body, link);
}

function callback(
  context: MessageContext,
  asked: NonNullable<MessageContext["callback"]>,
  webBaseUrl: string,
): Draft[] {
  const text = templates[context.merchant.locale];
  const phone = asked.phone ? formatPhone(asked.phone) : text.words.anonymous;
  const name = asked.name ?? phone;
  const body = text.staffCallback({ name, phone, preferred: asked.preferred, note: asked.note });
  const locale = context.call?.language ?? context.merchant.locale;
  const confirmation = templates[locale].callbackConfirmed({ merchant: context.merchant.name });
  return [
    { template: "callbackConfirmed", channel: "sms", to: asked.phone, locale, body: confirmation },
    ...alert(
      context,
      "staffCallback",
      text.staffCallbackSubject({ name }),
      body,
      `${webBaseUrl}/calls/${context.call?.id ?? ""}`,
    ),
  ];
}

function voicemail(
  context: MessageContext,
  left: NonNullable<MessageContext["voicemail"]>,
  webBaseUrl: string,
): Draft[] {
  const text = templates[context.merchant.locale];
  const from = context.call?.from ? formatPhone(context.call.from) : text.words.anonymous;
  const body = text.staffVoicemail({ from, seconds: left.seconds ?? 0, transcription: left.transcription });
  return alert(
    context,
    "staffVoicemail",
    text.staffVoicemailSubject({ from }),
    body,
    `${webBaseUrl}/calls/${context.call?.id ?? ""}`,
  );
}

function staffText(
  context: MessageContext,
  received: NonNullable<MessageContext["message"]>,
  webBaseUrl: string,
): Draft[] {
  const text = templates[context.merchant.locale];
  const from = received.from ? formatPhone(received.from) : text.words.anonymous;
  return alert(
    context,
    "staffText",
    text.staffTextSubject({ from }),
    text.staffText({ from, body: received.body }),
    `${webBaseUrl}/`,
  );
}
