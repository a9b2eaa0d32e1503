import { ActionIcon, Alert, Button, Text, TextInput, UnstyledButton } from "@mantine/core";
import { IconBackspace, IconPhone } from "@tabler/icons-react";
import { api } from "../api.ts";
import { lineName, showPhone, toE164 } from "../parts/format.ts";
import { useLive } from "../parts/live.tsx";
import { useWords } from "../words.tsx";
import { Keypad } from "./keypad.tsx";

type DialerProps = {
  number: string;
  onNumber(number: string): void;
  onDial(number: string): void;
  error: string | null;
};

/** Pick a line or key a number, then call. */
export function Dialer({ number, onNumber, onDial, error }: DialerProps) {
  const { words } = useWords();
  const numbers = useLive(["numbers"], api.numbers, 5_000);
  const lines = numbers.data ?? [];
  return (
    <form
      className="dialer"
      onSubmit={(event) => {
        event.preventDefault();
        if (number.trim()) onDial(toE164(number));
      }}
    >
      <TextInput
        label={words.phone.dial}
        type="tel"
        size="md"
        value={number}
        onChange={(event) => onNumber(event.currentTarget.value)}
        rightSection={
          number && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={words.phone.erase}
              onClick={() => onNumber(number.slice(0, -1))}
            >
              <IconBackspace size={20} aria-hidden />
            </ActionIcon>
          )
        }
      />
      {error && (
        <Alert color="red" role="alert" p="xs">
          {error}
        </Alert>
      )}
      <div className="dial-lines">
        <Text size="xs" c="gray.7">
          {lines.length > 0 ? words.phone.pick : numbers.isSuccess ? words.phone.noLines : "…"}
        </Text>
        {lines.map((line) => (
          <UnstyledButton
            key={line.phoneNumber}
            className="dial-line"
            aria-pressed={toE164(number) === line.phoneNumber}
            onClick={() => onNumber(line.phoneNumber)}
          >
            <span>{lineName(line)}</span>
            <small>{showPhone(line.phoneNumber)}</small>
          </UnstyledButton>
        ))}
      </div>
      <Keypad onKey={(key) => onNumber(number + key)} />
      <Button
        type="submit"
        size="md"
        radius="xl"
        color="teal.9"
        leftSection={<IconPhone size={20} aria-hidden />}
        disabled={!number.trim()}
      >
        {words.phone.dialButton}
      </Button>
    </form>
  );
}
