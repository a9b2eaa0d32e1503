import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { type LiveEvent, liveEventsContract } from "../../../functions/domain/realtime/contracts.ts";
import { open } from "../api/api.ts";
import { ApiError } from "../api/errors.ts";
import { keys } from "../api/keys.ts";
import { createRefresher, patchOrders } from "./cache.ts";
import { LiveContext } from "./live-context.ts";
import { followStream, type LiveStatus } from "./stream.ts";
import { waitOrOnline, whenOffline } from "./wait.ts";

type Listener = (event: LiveEvent) => void;

/** Keeps one merchant's event stream open and every loaded query true to it. */
export function LiveProvider({ merchantId, children }: { merchantId: string; children: ReactNode }) {
  const queryClient = useQueryClient();
  const [status, setStatus] = useState<LiveStatus>("connecting");
  const [listeners] = useState(() => new Set<Listener>());

  useEffect(
    () =>
      follow(merchantId, queryClient, setStatus, (event) => {
        for (const listener of listeners) listener(event);
      }),
    [merchantId, queryClient, listeners],
  );

  const live = useMemo(
    () => ({
      status,
      subscribe(listener: Listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    }),
    [status, listeners],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** Starts following and returns what ends it. */
function follow(
  merchantId: string,
  queryClient: QueryClient,
  onStatus: (status: LiveStatus) => void,
  onEvent: Listener,
): () => void {
  const stop = new AbortController();
  const refresher = createRefresher(queryClient);
  void followStream(
    {
      open: (lastEventId, signal) =>
        open(
          liveEventsContract,
          { params: { merchant: merchantId } },
          { signal, headers: { accept: "text/event-stream", ...resumeAfter(lastEventId) } },
        ),
      onEvent({ data }) {
        const event = eventOf(data);
        if (!event) return;
        patchOrders(queryClient, event);
        refresher.after(event.type);
        onEvent(event);
      },
      onStatus(status) {
        onStatus(status);
        if (status === "live") refreshAll(queryClient);
      },
      isFinal: (error) => error instanceof ApiError && [401, 403, 404].includes(error.status),
      isOnline: () => navigator.onLine,
      lineLost: whenOffline,
      wait: waitOrOnline,
      random: Math.random,
    },
    stop.signal,
  );
  return () => {
    stop.abort();
    refresher.stop();
  };
}

const resumeAfter = (id: string | undefined): Record<string, string> => (id ? { "last-event-id": id } : {});

/** Whatever happened between loading the lists and opening the stream is not in the stream. */
function refreshAll(queryClient: QueryClient): void {
  for (const name of ["orders", "order", "calls", "call", "callbacks", "voicemails"] as const) {
    void queryClient.invalidateQueries({ queryKey: keys[name] });
  }
}

function eventOf(data: string): LiveEvent | null {
  try {
    const event: unknown = JSON.parse(data);
    return typeof event === "object" && event !== null && "type" in event ? (event as LiveEvent) : null;
  } catch {
    return null;
  }
}
