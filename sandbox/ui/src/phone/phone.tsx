import { Indicator, Text, TextInput, UnstyledButton } from "@mantine/core";
import { IconMessage, IconPhone } from "@tabler/icons-react";
import { useCallback, useMemo, useState } from "react";
import { api, type Sms } from "../api.ts";
import { remember, remembered } from "../memory.ts";
import { lineName, toE164 } from "../parts/format.ts";
import { useLive } from "../parts/live.tsx";
import { useWords } from "../words.tsx";
import { Conversation } from "./conversation.tsx";
import { Dialer } from "./dialer.tsx";
import { Messages } from "./messages.tsx";
import { useAloud } from "./speech.ts";
import { useCall } from "./use-call.ts";

const DEFAULT_NUMBER = "+15145550199";

/** A caller's telephone: it calls the merchants' lines and gets their text messages. */
export function Phone() {
  const { words } = useWords();
  const [from, setFrom] = useState(() => remembered("from", DEFAULT_NUMBER));
  // The app links here with the number to try.
  const [dialled, setDialled] = useState(() => new URLSearchParams(window.location.search).get("to") ?? "");
  const [screen, setScreen] = useState<"calls" | "messages">("calls");
  const { aloud, setAloud, speak, hush } = useAloud();
  const call = useCall(speak);
  const numbers = useLive(["numbers"], api.numbers, 5_000);
  const mine = toE164(from);
  const inbox = useInbox(mine);
  const line = numbers.data?.find((one) => one.phoneNumber === call.state.to);

  const changeFrom = (next: string) => {
    setFrom(next);
    remember("from", next);
  };

  return (
    <div className="phone-stand">
      <TextInput
        className="own-number"
        label={words.phone.yours}
        description={words.phone.yoursHint}
        type="tel"
        value={from}
        onChange={(event) => changeFrom(event.currentTarget.value)}
        disabled={call.state.phase === "live"}
      />
      <div className="phone">
        <div className="speaker" aria-hidden />
        <div className="screen">
          {screen === "messages" ? (
            <Messages
              mine={mine}
              messages={inbox.messages}
              numbers={numbers.data ?? []}
              isUnread={inbox.isUnread}
              onRead={inbox.markRead}
            />
          ) : call.state.phase === "idle" ? (
            <Dialer
              number={dialled}
              onNumber={setDialled}
              onDial={(to) => void call.ring(mine, to)}
              error={call.state.error}
            />
          ) : (
            <Conversation
              state={call.state}
              name={line && lineName(line)}
              aloud={aloud}
              onAloud={setAloud}
              onStep={(step, shown) => {
                hush();
                void call.step(step, shown);
              }}
              onLeave={call.leave}
            />
          )}
        </div>
        <nav className="dock" aria-label={words.sections.phone}>
          <DockButton label={words.phone.call} active={screen === "calls"} onClick={() => setScreen("calls")}>
            <IconPhone aria-hidden />
          </DockButton>
          <DockButton
            label={
              inbox.unread
                ? `${words.phone.messages}, ${words.sms.unread(inbox.unread)}`
                : words.phone.messages
            }
            active={screen === "messages"}
            onClick={() => setScreen("messages")}
          >
            <Indicator label={inbox.unread} disabled={!inbox.unread} color="red.8" size={18}>
              <IconMessage aria-hidden />
            </Indicator>
          </DockButton>
        </nav>
      </div>
    </div>
  );
}

type DockButtonProps = { label: string; active: boolean; onClick(): void; children: React.ReactNode };

function DockButton({ label, active, onClick, children }: DockButtonProps) {
  return (
    <UnstyledButton className="dock-button" aria-pressed={active} onClick={onClick}>
      <span aria-hidden>{children}</span>
      <Text size="xs" component="span">
        {label}
      </Text>
    </UnstyledButton>
  );
}

/** Messages of this phone, and which of them were not looked at since the page was opened. */
function useInbox(mine: string) {
  const all = useLive(["sms"], api.sms);
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const [opened] = useState(() => new Date().toISOString());
  const messages = useMemo(
    () => (all.data ?? []).filter((message) => message.to === mine || message.from === mine),
    [all.data, mine],
  );
  const isUnread = (message: Sms) =>
    message.to === mine && message.createdAt > opened && !read.has(message.sid);
  const markRead = useCallback(
    (seen: Sms[]) => setRead((now) => new Set([...now, ...seen.map((message) => message.sid)])),
    [],
  );
  return { messages, isUnread, markRead, unread: messages.filter(isUnread).length };
}
