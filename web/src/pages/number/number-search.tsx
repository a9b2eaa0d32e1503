import { Button, Group, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  allocateNumberContract,
  availableNumbersContract,
} from "../../../../functions/domain/numbers/contracts.ts";
import { call } from "../../api/api.ts";
import { useMerchant } from "../../api/hooks.ts";
import { keys } from "../../api/keys.ts";
import { useWrite } from "../../api/use-write.ts";
import { Loaded, Nothing } from "../../components/states.tsx";
import { useToast } from "../../components/use-toast.tsx";
import { formatPhone } from "../../format/phone.ts";

type Search = { areaCode: string; contains: string };

/** Find a number by its area code or digits, pick it, get it. */
export function NumberSearch() {
  const { t } = useTranslation();
  const { id, country } = useMerchant();
  const [search, setSearch] = useState<Search>({ areaCode: "", contains: "" });
  const form = useForm<Search>({
    initialValues: search,
    validate: { areaCode: (value) => (!value || /^\d{3}$/.test(value) ? null : t("fields.areaCode")) },
  });
  const query = useQuery({
    queryKey: [...keys.numbers, id, "available", country, search],
    queryFn: ({ signal }) =>
      call(
        availableNumbersContract,
        {
          query: {
            country,
            areaCode: search.areaCode || undefined,
            contains: search.contains.length > 1 ? search.contains : undefined,
          },
        },
        { signal },
      ),
    staleTime: 60_000,
  });
  return (
    <Stack>
      <form noValidate onSubmit={form.onSubmit(setSearch)}>
        <Group align="flex-start">
          <TextInput
            label={t("number.area")}
            placeholder="514"
            inputMode="numeric"
            maxLength={3}
            w={140}
            {...form.getInputProps("areaCode")}
          />
          <TextInput
            label={t("number.contains")}
            placeholder={t("number.containsHint")}
            inputMode="numeric"
            maxLength={10}
            {...form.getInputProps("contains")}
            onChange={(event) =>
              form.setFieldValue("contains", event.currentTarget.value.replace(/[^\d*]/g, ""))
            }
          />
          <Button
            type="submit"
            variant="default"
            mt={25}
            leftSection={<IconSearch size={16} aria-hidden />}
            loading={query.isFetching}
          >
            {t("number.search")}
          </Button>
        </Group>
      </form>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing icon={<IconSearch />} title={t("number.none")} />
          ) : (
            <Pick key={JSON.stringify(search)} numbers={items} />
          )
        }
      </Loaded>
    </Stack>
  );
}

type Available = { number: string; locality: string | null; region: string | null };

function Pick({ numbers }: { numbers: Available[] }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { country } = useMerchant();
  const [chosen, setChosen] = useState(numbers[0]?.number ?? "");
  const allocate = useWrite(allocateNumberContract, {
    stale: ["numbers", "onboarding"],
    onDone: ({ number }) =>
      toast(number ? t("number.toast", { number: formatPhone(number) }) : t("number.toastPending")),
  });
  return (
    <Stack>
      <Radio.Group label={t("number.pick")} value={chosen} onChange={setChosen}>
        <Group mt="xs" gap="sm">
          {numbers.slice(0, 9).map(({ number, locality, region }) => (
            <Radio.Card key={number} value={number} w={200} radius="md" p="sm" bg="var(--mantine-color-body)">
              <Group gap="sm" wrap="nowrap">
                <Radio.Indicator />
                <div>
                  <Text fw={600}>{formatPhone(number)}</Text>
                  <Text size="xs" c="dimmed">
                    {[locality && asName(locality), region].filter(Boolean).join(", ")}
                  </Text>
                </div>
              </Group>
            </Radio.Card>
          ))}
        </Group>
      </Radio.Group>
      <Group>
        <Button
          size="md"
          disabled={!chosen}
          loading={allocate.pending}
          onClick={() => void allocate.send({ body: { country, phoneNumber: chosen } })}
        >
          {t("number.choose", { number: formatPhone(chosen) })}
        </Button>
      </Group>
    </Stack>
  );
}

/** Carriers write places in capitals: `MONTREAL` is shown as `Montreal`. */
const asName = (place: string): string =>
  place
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
