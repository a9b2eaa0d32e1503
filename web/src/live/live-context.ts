import { createContext, useContext, useEffect, useRef } from "react";
import type { LiveEvent } from "../../../functions/domain/realtime/contracts.ts";
import type { LiveStatus } from "./stream.ts";

export type Live = { status: LiveStatus; subscribe(listener: (event: LiveEvent) => void): () => void };

export const LiveContext = createContext<Live>({ status: "connecting", subscribe: () => () => undefined });

export const useLiveStatus = (): LiveStatus => useContext(LiveContext).status;

/** Calls `listener` for each event as it comes; always the newest listener. */
export function useLiveEvents(listener: (event: LiveEvent) => void): void {
  const { subscribe } = useContext(LiveContext);
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => subscribe((event) => latest.current(event)), [subscribe]);
}
