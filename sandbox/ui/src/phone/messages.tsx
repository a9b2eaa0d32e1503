import { ActionIcon, Badge, Textarea, UnstyledButton } from "@mantine/core";
import { IconArrowLeft, IconSend } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { api, type OwnedNumber, type Sms } from "../api.ts";
import { lineName, showPhone, timeOf } from "../parts/format.ts";
import { Empty, useAction } from "../parts/live.tsx";
import { Scrolls } from "../parts/scrolls.tsx";
import { Linked } from "../parts/text.tsx";
import { useWords } from "../words.tsx";

type MessagesProps = {
  mine: string;
  /** To and from this phone, oldest first. */
  messages: Sms[];
  numbers: OwnedNumber[];
  isUnread(message: Sms): boolean;
  onRead(messages: Sms[]): void;
};

/** The phone's text messages: one conversation per number that wrote or was written to. */
export function Messages({ mine, messages, numbers, isUnread, onRead }: MessagesProps) {
  const { words, language } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const nameOf = (number: string) => {
    const line = numbers.find((one) => one.phoneNumber === number);
    return line ? lineName(line) : showPhone(number);
  };
  const threads = threadsOf(mine, messages);
  const thread = open ? threads.find(([number]) => number === open)?.[1] : undefined;
  if (open && thread) {
    return (
      <Thread
        mine={mine}
        other={open}
        name={nameOf(open)}
        messages={thread}
        onBack={() => setOpen(null)}
        onRead={onRead}
      />
    );
  }
  if (threads.length === 0) return <Empty text={words.sms.empty} />;
  return (
    <ul className="threads">
      {threads.map(([number, texts]) => {
        const last = texts.at(-1);
        const unread = texts.filter(isUnread).length;
        return (
          <li key={number}>
            <UnstyledButton className="thread" onClick={() => setOpen(number)}>
              <span className="thread-head">
                <strong>{nameOf(number)}</strong>
                <small>{last && timeOf(last.createdAt, language)}</small>
              </span>
              <span className="thread-last">{last?.body}</span>
              {unread > 0 && <Badge color="red.8">{words.sms.unread(unread)}</Badge>}
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}

type ThreadProps = {
  mine: string;
  other: string;
  name: string;
  messages: Sms[];
  onBack(): void;
  onRead(messages: Sms[]): void;
};

function Thread({ mine, other, name, messages, onBack, onRead }: ThreadProps) {
  const { words, language } = useWords();
  const [text, setText] = useState("");
  const end = useRef<HTMLDivElement>(null);
  const send = useAction((body: string) => api.text(mine, other, body));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is read, whenever one is added.
  useEffect(() => {
    onRead(messages);
    end.current?.scrollIntoView({ block: "nearest" });
  }, [messages.length]);
  return (
    <div className="conversation">
      <div className="call-head">
        <ActionIcon variant="subtle" aria-label={words.sms.back} onClick={onBack}>
          <IconArrowLeft aria-hidden />
        </ActionIcon>
        <strong>{name}</strong>
      </div>
      <Scrolls className="transcript" role="log" label={words.sms.with(name)}>
        {messages.map((message) => (
          <div key={message.sid} className={`bubble ${message.from === mine ? "me" : "line"}`}>
            <Linked text={message.body} />
            <small>
              {timeOf(message.createdAt, language)}
              {/^(undelivered|failed)$/.test(message.status) && ` · ${words.sms.undelivered}`}
            </small>
          </div>
        ))}
        <div ref={end} />
      </Scrolls>
      <form
        className="say"
        onSubmit={(event) => {
          event.preventDefault();
          if (!text.trim()) return;
          send.mutate(text.trim(), { onSuccess: () => setText("") });
        }}
      >
        <Textarea
          aria-label={words.sms.reply}
          placeholder={words.sms.replyHint}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autosize
          maxRows={4}
          maxLength={1600}
        />
        <ActionIcon
          size={36}
          type="submit"
          aria-label={words.sms.send}
          loading={send.isPending}
          disabled={!text.trim()}
        >
          <IconSend size={18} aria-hidden />
        </ActionIcon>
      </form>
    </div>
  );
}

/** Newest conversation first. */
function threadsOf(mine: string, messages: Sms[]): [string, Sms[]][] {
  const threads = new Map<string, Sms[]>();
  for (const message of messages) {
    const other = message.from === mine ? message.to : message.from;
    const thread = threads.get(other) ?? [];
    threads.delete(other);
    threads.set(other, [...thread, message]);
  }
  return [...threads].reverse();
}
