import type { Templates } from "../types.ts";

export const en: Templates = {
  paymentLink: ({ merchant, total, url, minutes }) =>
    `${merchant}: your order comes to ${total}. Pay here within ${minutes} min: ${url}`,
  paymentFailed: ({ merchant, total, url }) =>
    `${merchant}: your payment of ${total} did not go through. Nothing was charged. Try again here: ${url}`,
  receipt: ({ merchant, number, total, summary }) =>
    `${merchant}: thank you! Order #${number} is paid (${total}): ${summary}.`,
  receiptSubject: ({ merchant, number }) => `Your receipt from ${merchant}, order #${number}`,
  orderCancelled: ({ merchant, number }) =>
    `${merchant}: order #${number} was cancelled. You have not been charged.`,
  orderExpired: ({ merchant, number }) =>
    `${merchant}: the payment link for order #${number} has expired, so the order was not placed. Call us again any time.`,
  orderRefunded: ({ merchant, number, amount }) =>
    `${merchant}: we refunded ${amount} for order #${number}. It can take 5 to 10 days to show.`,
  refundSubject: ({ merchant, number }) => `Refund from ${merchant}, order #${number}`,
  textBack: ({ merchant }) =>
    `Sorry we missed your call at ${merchant}. Call this number again and we will take your order or message, or reply here. Reply STOP to opt out.`,
  callbackConfirmed: ({ merchant }) => `${merchant}: we have your request and will call you back.`,
  staffPaid: ({ number, total, summary, customer }) =>
    `Order #${number} is paid: ${total}. ${summary}. Customer: ${customer}.`,
  staffPaidSubject: ({ number, total }) => `Order #${number} is paid (${total})`,
  staffAttention: ({ number, sentence }) => `Order #${number} wants you: ${sentence}`,
  staffAttentionSubject: ({ number }) => `Order #${number} wants your attention`,
  staffVoicemail: ({ from, seconds, transcription }) =>
    `New voicemail from ${from} (${seconds} s).${transcription ? ` “${transcription}”` : ""}`,
  staffVoicemailSubject: ({ from }) => `New voicemail from ${from}`,
  staffCallback: ({ name, phone, preferred, note }) =>
    [
      `${name} asks to be called back at ${phone}.`,
      preferred && `When: ${preferred}.`,
      note && `About: ${note}.`,
    ]
      .filter(Boolean)
      .join(" "),
  staffCallbackSubject: ({ name }) => `${name} asks to be called back`,
  staffText: ({ from, body }) => `Text from ${from}: ${body}`,
  staffTextSubject: ({ from }) => `Text from ${from}`,
  words: {
    subtotal: "Subtotal",
    total: "Total",
    open: "Open in Callwaiting",
    anonymous: "a private number",
    paid: "Paid",
    without: (name) => `no ${name}`,
    light: (name) => `light ${name}`,
    extra: (name) => `extra ${name}`,
    footer: (merchant) => `Sent on behalf of ${merchant} by Callwaiting.`,
  },
};
