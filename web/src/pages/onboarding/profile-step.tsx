import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import {
  createMerchantContract,
  updateMerchantContract,
} from "../../../../functions/domain/merchants/contracts.ts";
import { merchantChoice } from "../../api/api.ts";
import { useMe } from "../../api/hooks.ts";
import { keys } from "../../api/keys.ts";
import { merchantQuery } from "../../api/queries.ts";
import { useWrite } from "../../api/use-write.ts";
import { Loaded } from "../../components/states.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { emptyProfile, profileBody, profileDraft } from "../profile/draft.ts";
import { ProfileForm } from "../profile/profile-form.tsx";

/** The first step makes the merchant; coming back to it changes the one that was made. */
export function ProfileStep({ merchantId }: { merchantId: string | null }) {
  return merchantId ? <Existing merchantId={merchantId} /> : <New />;
}

function useGoOn() {
  const navigate = useNavigate();
  return () => void navigate({ to: "/onboarding/$step", params: { step: "menu" } });
}

function New() {
  const { t } = useTranslation();
  const locale = useLocale();
  const me = useMe();
  const goOn = useGoOn();
  const queryClient = useQueryClient();
  const create = useWrite(createMerchantContract);
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = timeZone.startsWith("America/") ? timeZone : "America/Toronto";
  return (
    <ProfileForm
      initial={emptyProfile(locale, me.user.email, zone)}
      submit={t("common.saveAndContinue")}
      pending={create.pending}
      onSubmit={async (draft) => {
        const { answer: merchant, error } = await create.attempt({ body: profileBody(draft) });
        if (!merchant) return error;
        queryClient.setQueryData(merchantQuery(merchant.id).queryKey, merchant);
        await queryClient.invalidateQueries({ queryKey: keys.me });
        merchantChoice.set(merchant.id);
        goOn();
        return undefined;
      }}
    />
  );
}

function Existing({ merchantId }: { merchantId: string }) {
  const { t } = useTranslation();
  const goOn = useGoOn();
  const query = useQuery(merchantQuery(merchantId));
  const update = useWrite(updateMerchantContract, { stale: ["merchant", "onboarding", "me"] });
  return (
    <Loaded query={query}>
      {(merchant) => (
        <ProfileForm
          initial={profileDraft(merchant)}
          submit={t("common.saveAndContinue")}
          pending={update.pending}
          onSubmit={async (draft) => {
            const { answer, error } = await update.attempt({
              params: { id: merchantId },
              body: profileBody(draft),
            });
            if (!answer) return error;
            goOn();
            return undefined;
          }}
        />
      )}
    </Loaded>
  );
}
