import { Group, Paper, Stack, Text } from "@mantine/core";
import { IconHash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CallDetail } from "../../../../functions/domain/calls/contracts.ts";
import { Section } from "../../components/section.tsx";

/** The conversation as bubbles: each turn is what was heard, then what was answered. */
export function Transcript({ call }: { call: CallDetail }) {
  const { t } = useTranslation();
  const lang = call.language ?? undefined;
  return (
    <Section title={t("calls.transcript")} lead={call.summary ?? undefined}>
      {call.turns.length === 0 && <Text c="dimmed">{call.transcript ?? t("calls.transcriptEmpty")}</Text>}
      <Stack component="ol" className="cw-list" gap="sm">
        {call.turns.map((turn) => (
          <li key={turn.turn} style={{ border: 0 }} className="cw-arrive">
            <Stack gap="sm">
              <Heard turn={turn} lang={lang} />
              {turn.said && (
                <Bubble who={t("calls.receptionist")} side="left" lang={lang}>
                  {turn.said}
                </Bubble>
              )}
            </Stack>
          </li>
        ))}
      </Stack>
    </Section>
  );
}

type Turn = CallDetail["turns"][number];

/** The first turn answers nobody: the receptionist speaks first. */
function Heard({ turn, lang }: { turn: Turn; lang: string | undefined }) {
  const { t } = useTranslation();
  if (!turn.heard && !turn.digits && turn.turn <= 1) return null;
  return (
    <Bubble who={t("calls.caller")} side="right" lang={turn.heard ? lang : undefined}>
      {turn.digits ? (
        <Group gap={4} component="span">
          <IconHash size={14} aria-hidden />
          {t("calls.pressed", { digits: turn.digits })}
        </Group>
      ) : (
        turn.heard || t("calls.silence")
      )}
    </Bubble>
  );
}

type BubbleProps = { who: string; side: "left" | "right"; lang: string | undefined; children: ReactNode };

function Bubble({ who, side, lang, children }: BubbleProps) {
  const isRight = side === "right";
  return (
    <Stack gap={2} align={isRight ? "flex-end" : "flex-start"}>
      <Text size="xs" c="dimmed">
        {who}
      </Text>
      <Paper
        px="md"
        py="xs"
        radius="lg"
        maw="85%"
        lang={lang}
        bg={
          isRight
            ? "light-dark(var(--mantine-color-pine-0), var(--mantine-color-pine-9))"
            : "light-dark(var(--mantine-color-gray-1), var(--mantine-color-dark-5))"
        }
      >
        {children}
      </Paper>
    </Stack>
  );
}
