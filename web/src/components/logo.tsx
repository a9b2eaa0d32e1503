import { Group, Text } from "@mantine/core";
import { IconPhoneCall } from "@tabler/icons-react";

/** The name with its mark; the mark alone means nothing to a screen reader. Compact drops the name on a phone. */
export function Logo({ color, isCompact = false }: { color?: string; isCompact?: boolean }) {
  return (
    <Group gap={8} wrap="nowrap" c={color ?? "var(--mantine-primary-color-light-color)"}>
      <IconPhoneCall size={24} stroke={2} aria-hidden />
      <Text fw={700} size="lg" component="span" visibleFrom={isCompact ? "xs" : undefined}>
        Callwaiting
      </Text>
    </Group>
  );
}
