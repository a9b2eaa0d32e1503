import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CallSummary } from "../../../functions/domain/calls/contracts.ts";
import type { OrderStatus } from "../../../functions/domain/orders/contracts.ts";

const ORDER_COLOR: Record<OrderStatus, string> = {
  awaiting_payment: "yellow",
  paid: "pine",
  fulfilled: "blue",
  expired: "gray",
  cancelled: "gray",
  refunded: "grape",
};

/** The key makes a change of status a new element, so that it is animated. */
export function OrderBadge({ status }: { status: OrderStatus }) {
  const { t } = useTranslation();
  return (
    <Badge key={status} className="cw-arrive" color={ORDER_COLOR[status]} variant="light" tt="none" size="lg">
      {t(`orders.status.${status}`)}
    </Badge>
  );
}

const OUTCOME_COLOR: Record<NonNullable<CallSummary["outcome"]>, string> = {
  ordered: "pine",
  callback: "orange",
  message: "blue",
  transferred: "grape",
  missed: "red",
  abandoned: "gray",
  answered: "gray",
};

/** What came of a call, or how it stands while it goes on. */
export function CallBadge({ call }: { call: Pick<CallSummary, "status" | "outcome"> }) {
  const { t } = useTranslation();
  if (call.outcome) {
    return (
      <Badge className="cw-arrive" color={OUTCOME_COLOR[call.outcome]} variant="light" tt="none" size="lg">
        {t(`calls.outcome.${call.outcome}`)}
      </Badge>
    );
  }
  return (
    <Badge color={isGoingOn(call) ? "pine" : "gray"} variant="light" tt="none" size="lg">
      {t(`calls.status.${call.status}`)}
    </Badge>
  );
}

/** Somebody is on the line right now. */
export const isGoingOn = (call: Pick<CallSummary, "status">): boolean =>
  call.status === "ringing" || call.status === "in-progress";
