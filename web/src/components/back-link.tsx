import { Group } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { LinkText } from "./links.tsx";

/** The way from a detail to its list. */
export function BackLink({ to, text }: { to: "/orders" | "/calls"; text: string }) {
  return (
    <Group>
      <LinkText to={to} size="sm">
        <Group gap={4} component="span">
          <IconArrowLeft size={16} aria-hidden />
          {text}
        </Group>
      </LinkText>
    </Group>
  );
}
