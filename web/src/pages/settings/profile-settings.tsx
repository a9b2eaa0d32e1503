import { Alert, NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { updateMerchantContract } from "../../../../functions/domain/merchants/contracts.ts";
import { useCanManage, useMerchant } from "../../api/hooks.ts";
import { useWrite } from "../../api/use-write.ts";
import { useToast } from "../../components/use-toast.tsx";
import { type ProfileDraft, profileBody, profileDraft } from "../profile/draft.ts";
import { ProfileForm } from "../profile/profile-form.tsx";

/** Minutes; Stripe takes half an hour to a day. */
const EXPIRIES = [30, 60, 120, 360, 720, 1440];

/** The profile, changed and, if that was a slip, changed back. */
export function ProfileSettings() {
  const { t } = useTranslation();
  const toast = useToast();
  const canManage = useCanManage();
  const merchant = useMerchant();
  const update = useWrite(updateMerchantContract, { stale: ["merchant", "onboarding", "me"] });
  const send = (draft: ProfileDraft) =>
    update.attempt({
      params: { id: merchant.id },
      body: { ...profileBody(draft), paymentExpiryMinutes: draft.paymentExpiryMinutes },
    });

  const save = async (draft: ProfileDraft) => {
    const before = profileDraft(merchant);
    const { answer, error } = await send(draft);
    if (!answer) return error;
    toast(t("common.saved"), async () => {
      if ((await send(before)).answer) toast(t("common.undone"));
    });
    return undefined;
  };
  const expiryText = (minutes: number) =>
    minutes < 60
      ? t("profile.expiryMinutes", { count: minutes })
      : t("profile.expiryHours", { count: minutes / 60 });
  return (
    <>
      {!canManage && (
        <Alert color="gray" mb="md">
          {t("settings.readOnly")}
        </Alert>
      )}
      <ProfileForm
        key={JSON.stringify(merchant)}
        initial={profileDraft(merchant)}
        submit={t("common.save")}
        pending={update.pending}
        disabled={!canManage}
        onSubmit={save}
      >
        {(form) => (
          <NativeSelect
            label={t("profile.expiry")}
            maw={320}
            value={String(form.values.paymentExpiryMinutes)}
            onChange={(event) =>
              form.setFieldValue("paymentExpiryMinutes", Number(event.currentTarget.value))
            }
            data={[...new Set([...EXPIRIES, merchant.paymentExpiryMinutes])]
              .sort((a, b) => a - b)
              .map((minutes) => ({ value: String(minutes), label: expiryText(minutes) }))}
          />
        )}
      </ProfileForm>
    </>
  );
}
