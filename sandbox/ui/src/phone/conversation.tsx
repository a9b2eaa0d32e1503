import { ActionIcon, Button, Loader, Switch, TextInput, UnstyledButton } from "@mantine/core";
import { IconGridDots, IconMicrophone, IconPhoneOff, IconSend, IconVolumeOff } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { CallStep } from "../api.ts";
import { showPhone } from "../parts/format.ts";
import { Scrolls } from "../parts/scrolls.tsx";
import { useWords } from "../words.tsx";
import { Keypad } from "./keypad.tsx";
import { useMicrophone } from "./speech.ts";
import type { Bubble, CallState } from "./use-call.ts";

type ConversationProps = {
  state: CallState;
  name: string | undefined;
  aloud: boolean;
  onAloud(aloud: boolean): void;
  onStep(step: CallStep, shown: string): void;
  onLeave(): void;
};

/** A call in progress: what is said, and every way to answer. */
export function Conversation({ state, name, aloud, onAloud, onStep, onLeave }: ConversationProps) {
  const { words, language } = useWords();
  const [keys, setKeys] = useState(false);
  const over = state.phase === "over";
  const blocked = state.waiting || over;
  const spoken = state.bubbles.findLast((bubble) => bubble.language)?.language ?? `${language}-CA`;
  return (
    <div className="conversation">
      <div className="call-head">
        <div>
          <strong>{name ?? showPhone(state.to)}</strong>
          <small role="status">{status(state, words.phone)}</small>
        </div>
        <Switch
          size="sm"
          label={words.phone.aloud}
          checked={aloud}
          onChange={(event) => onAloud(event.currentTarget.checked)}
        />
      </div>
      <Transcript bubbles={state.bubbles} waiting={state.waiting} label={words.phone.conversation} />
      {over ? (
        <Button radius="xl" onClick={onLeave} autoFocus>
          {words.phone.again}
        </Button>
      ) : (
        <>
          <SayBox disabled={blocked} language={spoken} onSay={(speech) => onStep({ speech }, speech)} />
          {keys && (
            <Keypad
              compact
              disabled={blocked}
              onKey={(key) => onStep({ digits: key }, words.phone.keyed(key))}
            />
          )}
          <div className="call-buttons">
            <CallButton label={words.phone.keypad} expanded={keys} onClick={() => setKeys(!keys)}>
              <IconGridDots aria-hidden />
            </CallButton>
            <CallButton
              label={words.phone.silence}
              disabled={blocked}
              onClick={() => onStep({ silence: true }, words.phone.silent)}
            >
              <IconVolumeOff aria-hidden />
            </CallButton>
            <CallButton
              label={words.phone.hangup}
              disabled={blocked}
              end
              onClick={() => onStep({ hangup: true }, words.phone.hungUp)}
            >
              <IconPhoneOff aria-hidden />
            </CallButton>
          </div>
        </>
      )}
    </div>
  );
}

type CallButtonProps = {
  label: string;
  onClick(): void;
  children: ReactNode;
  disabled?: boolean;
  expanded?: boolean;
  end?: boolean;
};

function CallButton({ label, onClick, children, disabled = false, expanded, end = false }: CallButtonProps) {
  return (
    <UnstyledButton
      className={end ? "call-button end" : "call-button"}
      disabled={disabled}
      aria-expanded={expanded}
      onClick={onClick}
    >
      <span>{children}</span>
      <span>{label}</span>
    </UnstyledButton>
  );
}

type PhoneWords = ReturnType<typeof useWords>["words"]["phone"];

function status(state: CallState, words: PhoneWords): string {
  if (state.phase === "over") return state.error ?? words.ended;
  if (state.waiting) return state.bubbles.length === 0 ? words.connecting : words.waiting;
  return words.expects[state.expects] ?? state.expects;
}

function Transcript({ bubbles, waiting, label }: { bubbles: Bubble[]; waiting: boolean; label: string }) {
  const { words } = useWords();
  const end = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new bubble is what it scrolls for.
  useEffect(() => {
    end.current?.scrollIntoView({ block: "nearest" });
  }, [bubbles.length, waiting]);
  return (
    <Scrolls className="transcript" role="log" label={label}>
      {bubbles.map((bubble) => (
        <p key={bubble.id} className={`bubble ${bubble.who}`} lang={bubble.language}>
          <span className="who">{bubble.who === "me" ? words.phone.me : words.phone.them}: </span>
          {bubble.text}
        </p>
      ))}
      {waiting && <Loader type="dots" size="sm" color="gray.6" />}
      <div ref={end} />
    </Scrolls>
  );
}

type SayBoxProps = { disabled: boolean; language: string; onSay(words: string): void };

function SayBox({ disabled, language, onSay }: SayBoxProps) {
  const { words } = useWords();
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const microphone = useMicrophone(language, onSay);
  useEffect(() => {
    if (!disabled) input.current?.focus({ preventScroll: true });
  }, [disabled]);
  return (
    <form
      className="say"
      onSubmit={(event) => {
        event.preventDefault();
        if (!text.trim() || disabled) return;
        onSay(text.trim());
        setText("");
      }}
    >
      <TextInput
        ref={input}
        aria-label={words.phone.say}
        placeholder={words.phone.sayHint}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autoComplete="off"
        maxLength={2000}
      />
      {microphone.available && (
        <ActionIcon
          size={36}
          variant={microphone.listening ? "filled" : "default"}
          color="red.8"
          disabled={disabled}
          aria-pressed={microphone.listening}
          aria-label={microphone.listening ? words.phone.listening : words.phone.listen}
          onClick={microphone.toggle}
        >
          <IconMicrophone size={20} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon size={36} type="submit" aria-label={words.phone.send} disabled={disabled || !text.trim()}>
        <IconSend size={18} aria-hidden />
      </ActionIcon>
    </form>
  );
}
