import { UnstyledButton } from "@mantine/core";
import { useWords } from "../words.tsx";

const KEYS: [string, string][] = [
  ["1", ""],
  ["2", "ABC"],
  ["3", "DEF"],
  ["4", "GHI"],
  ["5", "JKL"],
  ["6", "MNO"],
  ["7", "PQRS"],
  ["8", "TUV"],
  ["9", "WXYZ"],
  ["*", ""],
  ["0", "+"],
  ["#", ""],
];

type KeypadProps = { onKey(key: string): void; disabled?: boolean; compact?: boolean };

export function Keypad({ onKey, disabled = false, compact = false }: KeypadProps) {
  const { words } = useWords();
  return (
    <fieldset
      className={compact ? "keypad compact" : "keypad"}
      aria-label={words.phone.keypad}
      disabled={disabled}
    >
      {KEYS.map(([key, letters]) => (
        <UnstyledButton
          key={key}
          className="key"
          onClick={() => onKey(key)}
          aria-label={words.phone.key(key)}
          disabled={disabled}
        >
          <span className="digit">{key}</span>
          {!compact && <span className="letters">{letters}</span>}
        </UnstyledButton>
      ))}
    </fieldset>
  );
}
