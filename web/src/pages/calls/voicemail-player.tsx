import { Button, Stack, Text } from "@mantine/core";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type * as z from "zod";
import {
  voicemailAudioContract,
  type voicemail as voicemailSchema,
} from "../../../../functions/domain/calls/contracts.ts";
import { open } from "../../api/api.ts";
import { useFailureToast } from "../../components/use-toast.tsx";
import { useWho } from "../../components/who.ts";

export type Voicemail = z.infer<typeof voicemailSchema>;

/** A recording, fetched only when somebody wants to hear it: an `<audio src>` could not send the token. */
export function VoicemailPlayer({ voicemail, onPlay }: { voicemail: Voicemail; onPlay?: () => void }) {
  const { t } = useTranslation();
  const who = useWho();
  const { url, loading, load } = useAudio(voicemail.id);
  const label = t("calls.voicemailLabel", { who: who(voicemail.from) });
  if (!voicemail.ready) {
    return (
      <Text size="sm" c="dimmed">
        {t("calls.voicemailPreparing")}
      </Text>
    );
  }
  return (
    <Stack gap={4} align="flex-start">
      {url ? (
        // biome-ignore lint/a11y/useMediaCaption: the transcript stands right below it
        <audio controls autoPlay src={url} aria-label={label} onPlay={onPlay} style={{ maxWidth: "100%" }} />
      ) : (
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconPlayerPlay size={14} aria-hidden />}
          loading={loading}
          aria-label={`${t("calls.voicemailPlay")}: ${label}`}
          onClick={() => void load()}
        >
          {t("calls.voicemailPlay")}
        </Button>
      )}
    </Stack>
  );
}

/** The audio as an object URL, given back to the browser when it is no longer shown. */
function useAudio(id: string) {
  const [url, setUrl] = useState<string | null>(null);
  const [loading, setLoading] = useState(false);
  const failed = useFailureToast();
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url]);
  async function load() {
    setLoading(true);
    try {
      const response = await open(voicemailAudioContract, { params: { id } });
      setUrl(URL.createObjectURL(await response.blob()));
    } catch (error) {
      failed(error);
    } finally {
      setLoading(false);
    }
  }
  return { url, loading, load };
}
