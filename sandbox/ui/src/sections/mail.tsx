import { SegmentedControl, Text, Title, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { api, type Mail } from "../api.ts";
import { timeOf } from "../parts/format.ts";
import { Empty, Live, useLive } from "../parts/live.tsx";
import { Linked } from "../parts/text.tsx";
import { useWords } from "../words.tsx";

/** Everything the mail server took, newest first, and one message open beside the list. */
export function MailSection() {
  const { words, language } = useWords();
  const mail = useLive(["mail"], api.mail);
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Live of={mail} empty={words.mail.empty} isEmpty={(messages) => messages.length === 0}>
      {(messages) => {
        const open = messages.find((message) => message.id === chosen);
        return (
          <div className="mailbox">
            <ul className="mail-list" aria-label={words.mail.list}>
              {messages.toReversed().map((message) => (
                <li key={message.id}>
                  <UnstyledButton
                    className="mail-row"
                    aria-pressed={message.id === chosen}
                    onClick={() => setChosen(message.id)}
                  >
                    <span className="thread-head">
                      <strong>{message.to.join(", ")}</strong>
                      <small>{timeOf(message.at, language)}</small>
                    </span>
                    <span className="thread-last">{message.subject || words.mail.noSubject}</span>
                  </UnstyledButton>
                </li>
              ))}
            </ul>
            {open ? <OpenMail key={open.id} mail={open} /> : <Empty text={words.mail.choose} />}
          </div>
        );
      }}
    </Live>
  );
}

function OpenMail({ mail }: { mail: Mail }) {
  const { words, language } = useWords();
  const [view, setView] = useState<"html" | "plain">(mail.html ? "html" : "plain");
  const title = mail.subject || words.mail.noSubject;
  return (
    <article className="mail-open">
      <Title order={3} size="h4">
        {title}
      </Title>
      <Text size="sm" c="gray.7">
        {words.mail.from} {mail.from} · {words.mail.to} {mail.to.join(", ")} · {timeOf(mail.at, language)}
      </Text>
      {mail.html && (
        <SegmentedControl
          size="xs"
          value={view}
          onChange={setView}
          data={[
            { value: "html", label: words.mail.html },
            { value: "plain", label: words.mail.plain },
          ]}
        />
      )}
      {view === "html" && mail.html ? (
        // A mail may hold anything: no scripts, no forms; its links open beside this page.
        <iframe
          title={words.mail.preview(title)}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={`${mail.html}<base target="_blank">`}
        />
      ) : (
        <p className="mail-text">
          <Linked text={mail.text} />
        </p>
      )}
    </article>
  );
}
