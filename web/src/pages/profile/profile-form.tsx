import { Box, Button, Fieldset, Group, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { type UseFormReturnType, useForm } from "@mantine/form";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { checks, fieldErrors } from "../../components/validate.ts";
import type { ProfileDraft } from "./draft.ts";
import { ProfileBasics } from "./profile-basics.tsx";
import { TaxFields } from "./tax-fields.tsx";

type Props = {
  initial: ProfileDraft;
  submit: string;
  pending: boolean;
  disabled?: boolean;
  /** Answers what was refused, so that the form can point at it; undefined when it went well. */
  onSubmit(draft: ProfileDraft): Promise<unknown>;
  /** Fields between the taxes and the button. */
  children?: (form: UseFormReturnType<ProfileDraft>) => ReactNode;
};

/** The business profile: for the first time in the set-up, later in the settings. */
export function ProfileForm({ initial, submit, pending, disabled = false, onSubmit, children }: Props) {
  const { t } = useTranslation();
  const check = checks(t);
  const form = useForm<ProfileDraft>({
    initialValues: initial,
    validate: {
      name: check.required,
      alertEmail: check.optionalEmail,
      alertPhone: check.optionalPhone,
      transferPhone: check.optionalPhone,
    },
  });
  const send = form.onSubmit(
    async (draft) => {
      const refused = await onSubmit(draft);
      if (refused) form.setErrors(fieldErrors(refused, t));
    },
    (errors) => form.getInputNode(Object.keys(errors)[0] ?? "")?.focus(),
  );
  return (
    <form noValidate onSubmit={send}>
      <Fieldset variant="unstyled" mx={0} disabled={disabled}>
        <Stack gap="lg">
          <ProfileBasics form={form} />
          <Fieldset legend={t("profile.contact")} radius="lg" mx={0}>
            <SimpleGrid cols={{ base: 1, sm: 3 }}>
              <TextInput
                key={form.key("alertEmail")}
                label={t("profile.alertEmail")}
                description={t("profile.alertEmailHint")}
                type="email"
                autoComplete="email"
                {...form.getInputProps("alertEmail")}
              />
              <TextInput
                key={form.key("alertPhone")}
                label={t("profile.alertPhone")}
                description={t("profile.alertPhoneHint")}
                type="tel"
                autoComplete="tel"
                {...form.getInputProps("alertPhone")}
              />
              <TextInput
                key={form.key("transferPhone")}
                label={t("profile.transferPhone")}
                description={t("profile.transferPhoneHint")}
                type="tel"
                {...form.getInputProps("transferPhone")}
              />
            </SimpleGrid>
          </Fieldset>
          <TaxFields form={form} />
          {children && <Box>{children(form)}</Box>}
          <Group justify="flex-end">
            <Button type="submit" size="md" loading={pending}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </Fieldset>
    </form>
  );
}
