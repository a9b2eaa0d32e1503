import { Anchor, SegmentedControl, Tabs, Text, Title, VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import {
  IconAlertTriangle,
  IconArrowsExchange,
  IconClock,
  IconMail,
  IconPhone,
  IconStack2,
} from "@tabler/icons-react";
import { useCallback, useState } from "react";
import { createPortal } from "react-dom";
import { Phone } from "./phone/phone.tsx";
import { FaultsSection } from "./sections/faults.tsx";
import { MailSection } from "./sections/mail.tsx";
import { QueueSection } from "./sections/queue.tsx";
import { RequestsSection } from "./sections/requests.tsx";
import { TimeSection } from "./sections/time.tsx";
import { useWords } from "./words.tsx";

const SECTIONS = [
  { name: "mail", Icon: IconMail, Section: MailSection },
  { name: "queue", Icon: IconStack2, Section: QueueSection },
  { name: "requests", Icon: IconArrowsExchange, Section: RequestsSection },
  { name: "faults", Icon: IconAlertTriangle, Section: FaultsSection },
  { name: "time", Icon: IconClock, Section: TimeSection },
] as const;

/** The phone beside everything else; on a narrow screen it is the first of the tabs. */
export function App() {
  const { words } = useWords();
  const narrow = useMediaQuery("(max-width: 60em)", window.innerWidth <= 960) ?? false;
  const [section, setSection] = useState<string | null>(null);
  // The phone lives in an element of its own, which is moved: a call goes on when the window is turned.
  const [stand] = useState(() => document.createElement("div"));
  const place = useCallback((slot: HTMLElement | null) => slot?.append(stand), [stand]);
  const shown = section && !(section === "phone" && !narrow) ? section : narrow ? "phone" : "mail";
  return (
    <main className="page">
      <Header />
      {createPortal(<Phone />, stand)}
      <div className="columns">
        {!narrow && <section aria-label={words.sections.phone} ref={place} />}
        <Tabs value={shown} onChange={setSection} keepMounted={false} className="rest">
          <Tabs.List className="tabs" aria-label={words.title}>
            {narrow && (
              <Tabs.Tab value="phone" leftSection={<IconPhone size={18} aria-hidden />}>
                {words.sections.phone}
              </Tabs.Tab>
            )}
            {SECTIONS.map(({ name, Icon }) => (
              <Tabs.Tab key={name} value={name} leftSection={<Icon size={18} aria-hidden />}>
                {words.sections[name]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {narrow && (
            <Tabs.Panel value="phone" keepMounted pt="md">
              <div ref={place} />
            </Tabs.Panel>
          )}
          {SECTIONS.map(({ name, Section }) => (
            <Tabs.Panel key={name} value={name} pt="md">
              <VisuallyHidden>
                <h2>{words.sections[name]}</h2>
              </VisuallyHidden>
              <Section />
            </Tabs.Panel>
          ))}
        </Tabs>
      </div>
    </main>
  );
}

function Header() {
  const { words, language, setLanguage } = useWords();
  return (
    <header className="header">
      <div>
        <Title order={1} size="h3">
          {words.title}
        </Title>
        <Text size="sm" c="gray.8">
          {words.tagline}
        </Text>
      </div>
      <div className="header-right">
        <Anchor href="/" size="sm">
          {words.toApp}
        </Anchor>
        <SegmentedControl
          size="xs"
          aria-label={words.language}
          value={language}
          onChange={(value) => setLanguage(value === "fr" ? "fr" : "en")}
          data={[
            { value: "en", label: "English" },
            { value: "fr", label: "Français" },
          ]}
        />
      </div>
    </header>
  );
}
