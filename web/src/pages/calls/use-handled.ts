import { useTranslation } from "react-i18next";
import {
  updateCallbackContract,
  updateVoicemailContract,
} from "../../../../functions/domain/calls/contracts.ts";
import { useWrite } from "../../api/use-write.ts";
import { useToast } from "../../components/use-toast.tsx";

/** Marks a call-back as done, with a way back. */
export function useCallbackStatus() {
  const { t } = useTranslation();
  const toast = useToast();
  const write = useWrite(updateCallbackContract, { stale: ["callbacks", "call"] });
  const reopen = (id: string) => write.send({ params: { id }, body: { status: "open" } });
  return {
    pending: write.pending,
    reopen,
    async done(id: string) {
      const answer = await write.send({ params: { id }, body: { status: "done" } });
      if (answer) toast(t("live.doneToast"), () => reopen(id));
    },
  };
}

/** Marks a voicemail as heard; with `quiet` (it was just played) nothing is said. */
export function useVoicemailStatus() {
  const { t } = useTranslation();
  const toast = useToast();
  const write = useWrite(updateVoicemailContract, { stale: ["voicemails", "call"] });
  const set = (id: string, status: "new" | "heard") => write.send({ params: { id }, body: { status } });
  return {
    pending: write.pending,
    async heard(id: string, quiet = false) {
      const answer = await set(id, "heard");
      if (answer && !quiet) toast(t("live.heardToast"), () => set(id, "new"));
    },
  };
}
