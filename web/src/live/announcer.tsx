import { VisuallyHidden } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LiveEvent } from "../../../functions/domain/realtime/contracts.ts";
import { useMoney } from "../components/use-money.ts";
import { useToast } from "../components/use-toast.tsx";
import { useWho } from "../components/who.ts";
import { cachedOrder } from "./cache.ts";
import { useLiveEvents } from "./live-context.ts";

/** Tells a screen reader what happens, and everybody about a paid order, wherever they are in the app. */
export function Announcer() {
  const [text, setText] = useState("");
  const say = useSentence();
  const paid = usePaidToast();
  useLiveEvents((event) => {
    if (event.type === "order.paid") paid(event.subjectId);
    const sentence = say(event);
    if (sentence) setText(sentence);
  });
  return <VisuallyHidden aria-live="polite">{text}</VisuallyHidden>;
}

function useSentence(): (event: LiveEvent) => string | null {
  const { t } = useTranslation();
  const who = useWho();
  return ({ type, data }) => {
    const from = typeof data.from === "string" ? data.from : null;
    if (type === "call.started") return t("live.announce.callStarted", { who: who(from) });
    if (type === "call.ended") return t("live.announce.callEnded");
    if (type === "order.placed") return t("live.announce.orderPlaced");
    if (type === "order.paid") return t("live.announce.orderPaid");
    if (type === "callback.requested") return t("live.announce.callback");
    return type === "voicemail.received" ? t("live.announce.voicemail") : null;
  };
}

function usePaidToast(): (orderId: string) => void {
  const { t } = useTranslation();
  const toast = useToast();
  const money = useMoney();
  const queryClient = useQueryClient();
  return (orderId) => {
    const order = cachedOrder(queryClient, orderId);
    if (!order) return;
    toast(t("live.paidToast", { number: order.number, total: money(order.totalCents, order.currency) }));
  };
}
