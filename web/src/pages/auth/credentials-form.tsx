import { Alert, Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconAlertCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { checks } from "../../components/validate.ts";

export type Credentials = { email: string; password: string };

type Props = {
  submit: string;
  isNew: boolean;
  pending: boolean;
  /** What went wrong the last time, as a sentence. */
  problem: string | null;
  onSubmit(credentials: Credentials): void;
};

/** E-mail and password, for signing in and for signing up. */
export function CredentialsForm({ submit, isNew, pending, problem, onSubmit }: Props) {
  const { t } = useTranslation();
  const check = checks(t);
  const form = useForm<Credentials>({
    initialValues: { email: "", password: "" },
    validate: { email: check.email, password: isNew ? check.newPassword : check.required },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ email, password }) => onSubmit({ email: email.trim(), password }))}
    >
      <Stack>
        {problem && (
          <Alert color="red" icon={<IconAlertCircle />} role="alert">
            {problem}
          </Alert>
        )}
        <TextInput
          {...form.getInputProps("email")}
          label={t("auth.email")}
          type="email"
          autoComplete="username"
          inputMode="email"
          size="md"
          required
          withAsterisk={false}
        />
        <PasswordInput
          {...form.getInputProps("password")}
          label={t("auth.password")}
          description={isNew ? t("auth.passwordHint") : undefined}
          autoComplete={isNew ? "new-password" : "current-password"}
          size="md"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ "aria-label": t("auth.showPassword") }}
        />
        <Button type="submit" size="md" loading={pending}>
          {submit}
        </Button>
      </Stack>
    </form>
  );
}
