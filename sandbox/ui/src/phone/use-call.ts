import { useCallback, useEffect, useRef, useState } from "react";
import { api, type CallHistory, type CallStep, type CallView } from "../api.ts";

export type Bubble = { id: number; who: "me" | "line" | "trouble"; text: string; language?: string };

export type CallState = {
  phase: "idle" | "live" | "over";
  /** An answer of the line is awaited. */
  waiting: boolean;
  to: string;
  expects: string;
  bubbles: Bubble[];
  error: string | null;
};

const IDLE: CallState = {
  phase: "idle",
  waiting: false,
  to: "",
  expects: "nothing",
  bubbles: [],
  error: null,
};
/** A call that rings or talks to a person changes by itself. */
const LOOK_AGAIN_MS = 2_500;

/** One call at a time: what was said, what the line waits for, and the steps that can be taken. */
export function useCall(onHeard: (said: CallView["said"]) => void) {
  const [state, setState] = useState<CallState>(IDLE);
  const sid = useRef<string | null>(null);
  const nextId = useRef(0);
  const bubble = useCallback(
    (who: Bubble["who"], text: string, language?: string): Bubble => ({
      id: nextId.current++,
      who,
      text,
      ...(language ? { language } : {}),
    }),
    [],
  );

  const take = useCallback(
    async (answer: Promise<CallView>) => {
      try {
        const view = await answer;
        sid.current = view.callSid;
        const over = view.expects === "nothing";
        setState((now) => ({
          ...now,
          phase: over ? "over" : "live",
          waiting: false,
          expects: view.expects,
          bubbles: [...now.bubbles, ...bubblesOf(view, bubble)],
        }));
        onHeard(view.said);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const phase = sid.current ? "over" : "idle";
        setState((now) => ({ ...now, phase, waiting: false, error: message }));
      }
    },
    [bubble, onHeard],
  );

  useEffect(() => {
    if (state.phase !== "live" || state.waiting) return;
    const timer = setInterval(() => {
      if (sid.current)
        void api.history(sid.current).then(
          (call) => setState((now) => lookedAgain(now, call)),
          () => {},
        );
    }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [state.phase, state.waiting]);

  return {
    state,
    ring(from: string, to: string) {
      sid.current = null;
      setState({ ...IDLE, phase: "live", waiting: true, to });
      return take(api.ring(from, to));
    },
    step(step: CallStep, shown: string) {
      if (!sid.current) return;
      setState((now) => ({ ...now, waiting: true, bubbles: [...now.bubbles, bubble("me", shown)] }));
      return take(api.step(sid.current, step));
    },
    leave() {
      sid.current = null;
      setState(IDLE);
    },
  };
}

type MakeBubble = (who: Bubble["who"], text: string, language?: string) => Bubble;

function bubblesOf(view: CallView, make: MakeBubble): Bubble[] {
  const heard = view.heard.map((text) =>
    make("line", text, view.said.find((said) => said.text === text)?.language),
  );
  return [...heard, ...view.errors.map((text) => make("trouble", text))];
}

/** The line hung up by itself, or now waits for something else. */
function lookedAgain(now: CallState, call: CallHistory): CallState {
  if (now.waiting || now.phase !== "live" || call.expects === now.expects) return now;
  return { ...now, expects: call.expects, phase: call.expects === "nothing" ? "over" : "live" };
}
