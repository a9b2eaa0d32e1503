import { Alert, AppShell, Box, Burger, Container, Group, ScrollArea } from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { IconCloudOff } from "@tabler/icons-react";
import { Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMerchantId } from "../../api/hooks.ts";
import { LanguageSwitch } from "../../components/language-switch.tsx";
import { Logo } from "../../components/logo.tsx";
import { Announcer } from "../../live/announcer.tsx";
import { useLiveStatus } from "../../live/live-context.ts";
import { LiveProvider } from "../../live/live-provider.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { ConnectionBadge } from "./connection-badge.tsx";
import { Navigation } from "./navigation.tsx";

/** The frame of every page of a merchant. Another merchant is another frame: nothing of the first stays. */
export function AppLayout() {
  const merchantId = useMerchantId();
  return (
    <LiveProvider key={merchantId} merchantId={merchantId}>
      <Frame />
      <Announcer />
    </LiveProvider>
  );
}

function Frame() {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure();
  useHotkeys([["Escape", close]]);
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 230, breakpoint: "sm", collapsed: { mobile: !opened } }}
      padding={{ base: "md", sm: "xl" }}
    >
      <a className="cw-skip" href="#content">
        {t("common.skip")}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" flex="none">
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-expanded={opened}
              aria-label={opened ? t("common.menuClose") : t("common.menuOpen")}
            />
            <Logo />
          </Group>
          <Group gap="md" wrap="nowrap" miw={0}>
            <Box visibleFrom="sm">
              <ConnectionBadge />
            </Box>
            <Box visibleFrom="sm">
              <LanguageSwitch />
            </Box>
            <AccountMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label={t("nav.label")}>
        <AppShell.Section grow component={ScrollArea}>
          <Navigation onFollow={close} />
        </AppShell.Section>
        <AppShell.Section hiddenFrom="sm">
          <Group justify="space-between" p="xs">
            <ConnectionBadge />
            <LanguageSwitch />
          </Group>
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <Container size="lg" px={0}>
          <OfflineNote />
          <Outlet />
        </Container>
      </AppShell.Main>
    </AppShell>
  );
}

function OfflineNote() {
  const { t } = useTranslation();
  if (useLiveStatus() !== "offline") return null;
  return (
    <Alert color="gray" icon={<IconCloudOff />} mb="md">
      {t("connection.offlineText")}
    </Alert>
  );
}
