import { Box, Group, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

type Props = {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  above?: ReactNode;
  children: ReactNode;
};

/** A page: its heading, which is also the document's title, what can be done with it, and its body. */
export function Page({ title, lead, actions, above, children }: Props) {
  const { t } = useTranslation();
  useDocumentTitle(`${title} · ${t("common.appName")}`);
  return (
    <Stack gap="lg">
      {above}
      <Group justify="space-between" align="flex-end" gap="md">
        <Box>
          <Title order={1} size="h2">
            {title}
          </Title>
          {lead && (
            <Text c="dimmed" component="div" mt={4}>
              {lead}
            </Text>
          )}
        </Box>
        {actions && <Group gap="sm">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
