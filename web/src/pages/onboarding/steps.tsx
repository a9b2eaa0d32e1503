import { Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { onboardingSteps } from "../../../../functions/domain/merchants/contracts.ts";
import { useMerchantId } from "../../api/hooks.ts";
import { onboardingQuery } from "../../api/queries.ts";
import { LinkButton } from "../../components/links.tsx";
import { MenuEditor } from "../menu/menu-editor.tsx";
import { NumberPanel } from "../number/number-panel.tsx";
import { PaymentsPanel } from "../payments/payments-panel.tsx";

type StepName = (typeof onboardingSteps)[number];

/** Whether the server counts a step as done; false while it is unknown. */
function useIsDone(step: StepName): boolean {
  const { data } = useQuery(onboardingQuery(useMerchantId()));
  return data?.steps.some((one) => one.step === step && one.done) ?? false;
}

/** To the step before and the step after. `note` says why one should not go on yet; going on is never locked. */
export function StepLinks({
  back,
  next,
  note,
}: {
  back: StepName;
  next: StepName;
  note?: string | undefined;
}) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" mt="md">
      <LinkButton to="/onboarding/$step" params={{ step: back }} variant="default" size="md">
        {t("common.back")}
      </LinkButton>
      <Group>
        {note && (
          <Text size="sm" c="dimmed">
            {note}
          </Text>
        )}
        <LinkButton
          to="/onboarding/$step"
          params={{ step: next }}
          size="md"
          variant={note ? "light" : "filled"}
        >
          {t("common.continue")}
        </LinkButton>
      </Group>
    </Group>
  );
}

export function MenuStep() {
  const { t } = useTranslation();
  const isDone = useIsDone("menu");
  return (
    <>
      <MenuEditor />
      <StepLinks back="profile" next="number" note={isDone ? undefined : t("onboarding.menu.needOne")} />
    </>
  );
}

export function NumberStep() {
  return (
    <>
      <NumberPanel />
      <StepLinks back="menu" next="payments" />
    </>
  );
}

export function PaymentsStep() {
  const { t } = useTranslation();
  const isDone = useIsDone("payments");
  return (
    <>
      <PaymentsPanel />
      <StepLinks back="number" next="try" note={isDone ? undefined : t("onboarding.payments.later")} />
    </>
  );
}
