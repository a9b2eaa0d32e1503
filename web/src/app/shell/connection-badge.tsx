import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLiveStatus } from "../../live/live-context.ts";
import type { LiveStatus } from "../../live/stream.ts";

const COLOR: Record<LiveStatus, string> = {
  connecting: "var(--mantine-color-gray-5)",
  live: "var(--mantine-color-pine-5)",
  reconnecting: "var(--mantine-color-yellow-6)",
  offline: "var(--mantine-color-red-6)",
  refused: "var(--mantine-color-gray-5)",
};

/** Whether what is on the screen is true this very moment. */
export function ConnectionBadge() {
  const { t } = useTranslation();
  const status = useLiveStatus();
  const isLive = status === "live";
  return (
    <Group gap={8} wrap="nowrap" role="status">
      <span
        aria-hidden
        className="cw-pulse"
        style={{ background: COLOR[status], animation: isLive ? undefined : "none" }}
      />
      <Text size="sm" c="dimmed">
        {t(`connection.${status}`)}
      </Text>
    </Group>
  );
}
