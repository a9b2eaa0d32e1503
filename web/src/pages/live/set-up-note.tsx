import { Alert, Group, Progress, Stack, Text } from "@mantine/core";
import { IconRocket } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMerchantId } from "../../api/hooks.ts";
import { onboardingQuery } from "../../api/queries.ts";
import { LinkButton } from "../../components/links.tsx";

/** Until the set-up is complete: what is missing, and the way back to it. */
export function SetUpNote() {
  const { t } = useTranslation();
  const { data } = useQuery(onboardingQuery(useMerchantId()));
  if (!data?.next) return null;
  const done = data.steps.filter((step) => step.done).length;
  const missing = data.steps.filter((step) => !step.done).map(({ step }) => t(`onboarding.steps.${step}`));
  return (
    <Alert icon={<IconRocket />} title={t("onboarding.unfinished")} radius="lg">
      <Group justify="space-between" align="flex-end" gap="md">
        <Stack gap={6} flex={1} miw={220}>
          <Text size="sm">{t("onboarding.missing", { steps: missing.join(", ") })}</Text>
          <Progress
            value={(done / data.steps.length) * 100}
            aria-label={t("onboarding.progress", { done, total: data.steps.length })}
          />
        </Stack>
        <LinkButton to="/onboarding/$step" params={{ step: data.next }}>
          {t("onboarding.resume")}
        </LinkButton>
      </Group>
    </Alert>
  );
}
