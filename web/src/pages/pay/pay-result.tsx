import { Badge, Center, Paper, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LanguageSwitch } from "../../components/language-switch.tsx";

export type PaySearch = { merchant?: string | undefined; order?: string | undefined };

type Props = {
  icon: ReactNode;
  color: string;
  title: string;
  text: string;
  more: string;
  order: string | undefined;
};

/** What a customer sees after Stripe's page. They have no account here, so nothing but kind words. */
export function PayResult({ icon, color, title, text, more, order }: Props) {
  const { t } = useTranslation();
  useDocumentTitle(title);
  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack align="center" gap="lg" w="100%" maw={440}>
        <Paper withBorder radius="lg" p="xl" w="100%">
          <Stack align="center" gap="md" ta="center">
            <ThemeIcon
              className="cw-celebrate"
              size={72}
              radius={999}
              variant="light"
              color={color}
              aria-hidden
            >
              {icon}
            </ThemeIcon>
            <Title order={1} size="h2">
              {title}
            </Title>
            {order && (
              <Badge size="lg" variant="light" tt="none">
                {t("pay.orderNumber", { number: order })}
              </Badge>
            )}
            <Text size="lg">{text}</Text>
            <Text c="dimmed">{more}</Text>
            <Text c="dimmed" size="sm">
              {t("pay.closeHint")}
            </Text>
          </Stack>
        </Paper>
        <LanguageSwitch />
      </Stack>
    </Center>
  );
}
