import { Box, Container, Group, Stack, Stepper, Text, Title } from "@mantine/core";
import { useDocumentTitle, useMediaQuery } from "@mantine/hooks";
import { IconCheck, IconMinus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { onboardingSteps } from "../../../../functions/domain/merchants/contracts.ts";
import { useChosenMerchantId } from "../../api/hooks.ts";
import { onboardingQuery } from "../../api/queries.ts";
import { PagePending } from "../../app/fallbacks.tsx";
import { LanguageSwitch } from "../../components/language-switch.tsx";
import { LinkButton } from "../../components/links.tsx";
import { Logo } from "../../components/logo.tsx";
import { LiveProvider } from "../../live/live-provider.tsx";
import { ProfileStep } from "./profile-step.tsx";
import { MenuStep, NumberStep, PaymentsStep } from "./steps.tsx";
import { TryStep } from "./try-step.tsx";

const STEPS = { menu: MenuStep, number: NumberStep, payments: PaymentsStep, try: TryStep };

/** The set-up, one step an address: it can be left at any step and opened again there. */
export default function Onboarding() {
  const { step } = useParams({ from: "/person/onboarding/$step" });
  const { new: isNew } = useSearch({ from: "/person/onboarding/$step" });
  const chosen = useChosenMerchantId();
  const merchantId = isNew ? null : chosen;
  if (!merchantId || step === "profile") {
    return (
      <Frame step="profile" merchantId={merchantId}>
        <ProfileStep key={merchantId ?? "new"} merchantId={merchantId} />
      </Frame>
    );
  }
  const Step = STEPS[step];
  return (
    <LiveProvider key={merchantId} merchantId={merchantId}>
      <Frame step={step} merchantId={merchantId}>
        <Step />
      </Frame>
    </LiveProvider>
  );
}

type StepName = (typeof onboardingSteps)[number];
type FrameProps = { step: StepName; merchantId: string | null; children: React.ReactNode };

function Frame({ step, merchantId, children }: FrameProps) {
  const { t } = useTranslation();
  useDocumentTitle(`${t(`onboarding.steps.${step}`)} · ${t("common.appName")}`);
  return (
    <Container size="md" py="md">
      <Group component="header" justify="space-between" mb="xl" wrap="nowrap">
        <Logo isCompact />
        <Group gap="sm" wrap="nowrap">
          <LanguageSwitch />
          {merchantId && (
            <LinkButton to="/" variant="subtle" color="gray">
              {t("onboarding.leave")}
            </LinkButton>
          )}
        </Group>
      </Group>
      <Box component="main">
        <Progress step={step} merchantId={merchantId} />
        <Stack gap="lg" mt="xl">
          <div>
            <Title order={1} size="h2">
              {t(`onboarding.${step}.title`)}
            </Title>
            <Text c="dimmed" mt={4}>
              {t(`onboarding.${step}.lead`)}
            </Text>
          </div>
          <Suspense fallback={<PagePending />}>{children}</Suspense>
        </Stack>
      </Box>
    </Container>
  );
}

/** Where one stands: done steps have a tick, passed-over ones a dash. On a phone the names make way for the numbers. */
function Progress({ step, merchantId }: { step: StepName; merchantId: string | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const isNarrow = useMediaQuery("(max-width: 640px)");
  const { data } = useQuery({ ...onboardingQuery(merchantId ?? ""), enabled: merchantId !== null });
  const isDone = (name: StepName) => data?.steps.some((one) => one.step === name && one.done) ?? false;
  return (
    <Stepper
      active={onboardingSteps.indexOf(step)}
      size="sm"
      onStepClick={(index) => {
        const to = onboardingSteps[index];
        if (to && merchantId) void navigate({ to: "/onboarding/$step", params: { step: to } });
      }}
      allowNextStepsSelect={merchantId !== null}
    >
      {onboardingSteps.map((name) => (
        <Stepper.Step
          key={name}
          label={isNarrow ? undefined : t(`onboarding.steps.${name}`)}
          aria-label={t(`onboarding.steps.${name}`)}
          aria-current={name === step ? "step" : undefined}
          color={isDone(name) || name === step ? undefined : "gray"}
          icon={isDone(name) ? <IconCheck size={18} aria-hidden /> : undefined}
          completedIcon={isDone(name) ? undefined : <IconMinus size={18} aria-hidden />}
        />
      ))}
    </Stepper>
  );
}
