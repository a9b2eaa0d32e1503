import { Group, Text } from "@mantine/core";
import { IconPhoneCall } from "@tabler/icons-react";

/** The name with its mark; the mark alone means nothing to a screen reader. */
export function Logo({ color }: { color?: string }) {
  return (
    <Group gap={8} wrap="nowrap" c={color ?? "var(--mantine-primary-color-light-color)"}>
      <IconPhoneCall size={24} stroke={2} aria-hidden />
      <Text fw={700} size="lg" component="span">
        Callwaiting
      </Text>
    </Group>
  );
}
