import { Stack } from "@mantine/core";
import {
  IconActivity,
  IconClipboardList,
  IconPhone,
  IconReceipt,
  IconSettings,
  IconTools,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/hooks.ts";
import { LinkNav } from "../../components/links.tsx";

const ITEMS = [
  { to: "/", text: "nav.live", Icon: IconActivity },
  { to: "/orders", text: "nav.orders", Icon: IconReceipt },
  { to: "/calls", text: "nav.calls", Icon: IconPhone },
  { to: "/menu", text: "nav.menu", Icon: IconClipboardList },
  { to: "/settings", text: "nav.settings", Icon: IconSettings },
] as const;

/** The pages; the operator's only for whoever runs the installation. */
export function Navigation({ onFollow }: { onFollow(): void }) {
  const { t } = useTranslation();
  const { operator } = useMe();
  const items = operator
    ? [...ITEMS, { to: "/operator", text: "nav.operator", Icon: IconTools } as const]
    : ITEMS;
  return (
    <Stack gap={4}>
      {items.map(({ to, text, Icon }) => (
        <LinkNav
          key={to}
          to={to}
          label={t(text)}
          leftSection={<Icon size={20} stroke={1.7} aria-hidden />}
          onClick={onFollow}
          activeOptions={{ exact: to === "/", includeSearch: false }}
          activeProps={{ active: true }}
          style={{ borderRadius: "var(--mantine-radius-md)" }}
        />
      ))}
    </Stack>
  );
}
