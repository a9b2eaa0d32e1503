import { Group, Paper, Text, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";

type Props = { title: string; lead?: string; action?: ReactNode; padded?: boolean; children: ReactNode };

/** A titled card; screen readers find it as a region. `padded` is false for lists that bring their own. */
export function Section({ title, lead, action, padded = true, children }: Props) {
  const id = useId();
  return (
    <Paper component="section" withBorder radius="lg" aria-labelledby={id} style={{ overflow: "hidden" }}>
      <Group justify="space-between" px="md" pt="md" pb={padded ? 0 : "xs"} gap="xs">
        <div style={{ flex: "1 1 180px" }}>
          <Title order={2} size="h4" id={id}>
            {title}
          </Title>
          {lead && (
            <Text c="dimmed" size="sm">
              {lead}
            </Text>
          )}
        </div>
        {action}
      </Group>
      <div style={{ padding: padded ? "var(--mantine-spacing-md)" : "0 0 8px" }}>{children}</div>
    </Paper>
  );
}
