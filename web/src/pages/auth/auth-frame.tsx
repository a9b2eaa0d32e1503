import { Box, Flex, Group, List, Paper, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LanguageSwitch } from "../../components/language-switch.tsx";
import { Logo } from "../../components/logo.tsx";

/** Sign-in and sign-up side by side with what the product promises; on a phone the form alone. */
export function AuthFrame({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const { t } = useTranslation();
  useDocumentTitle(`${title} · ${t("common.appName")}`);
  return (
    <Flex mih="100dvh">
      <Promises />
      <Flex component="main" flex={1} direction="column" p="md">
        <Group justify="space-between">
          <Box hiddenFrom="md">
            <Logo />
          </Box>
          <Box ml="auto">
            <LanguageSwitch />
          </Box>
        </Group>
        <Flex flex={1} align="center" justify="center" py="xl">
          <Paper w="100%" maw={420} p={{ base: "lg", sm: 32 }} radius="lg" withBorder>
            <Title order={1} size="h2">
              {title}
            </Title>
            {lead && (
              <Text c="dimmed" mt={4}>
                {lead}
              </Text>
            )}
            <Box mt="lg">{children}</Box>
          </Paper>
        </Flex>
      </Flex>
    </Flex>
  );
}

function Promises() {
  const { t } = useTranslation();
  const promises = [t("auth.promise1"), t("auth.promise2"), t("auth.promise3")];
  return (
    <Stack
      component="aside"
      visibleFrom="md"
      w="42%"
      maw={560}
      p={48}
      justify="space-between"
      style={{ background: "linear-gradient(160deg, #0f5f59 0%, #0a3f3c 100%)", color: "#fff" }}
    >
      <Logo color="#fff" />
      <Stack gap="xl">
        <Text fz={38} fw={700} lh={1.15}>
          {t("auth.promise")}
        </Text>
        <List
          spacing="md"
          size="lg"
          center
          icon={
            <ThemeIcon size={26} radius="xl" color="rgba(255,255,255,.18)" c="#fff" aria-hidden>
              <IconCheck size={16} />
            </ThemeIcon>
          }
        >
          {promises.map((promise) => (
            <List.Item key={promise}>{promise}</List.Item>
          ))}
        </List>
      </Stack>
      <span />
    </Stack>
  );
}
