const FUNCTIONS: Record<string, { arity: number; run: (...args: number[]) => number }> = {
  pow: { arity: 2, run: Math.pow },
  exp: { arity: 1, run: Math.exp },
  sqrt: { arity: 1, run: Math.sqrt },
  abs: { arity: 1, run: Math.abs },
  floor: { arity: 1, run: Math.floor },
  ceil: { arity: 1, run: Math.ceil },
  round: { arity: 1, run: Math.round },
  min: { arity: 2, run: Math.min },
  max: { arity: 2, run: Math.max },
};

const TOKENS = /\s*(?:(\d+(?:\.\d+)?)|([a-z]+)|([-+*/%(),]))/gy;
const DAY_MS = 86_400_000;

/** QStash's default wait before retry `n` (from 1), in milliseconds: min(1 day, e^(2.5 n) s). */
export function defaultBackoffMs(n: number): number {
  return Math.min(86_400, Math.floor(Math.exp(2.5 * n))) * 1_000;
}

/**
 * The value of an `Upstash-Retry-Delay` expression in milliseconds, capped at a day.
 * Knows numbers, + - * / %, parentheses, `retried` (0 at the first retry) and nine functions.
 * @throws Error when it is not such an expression.
 */
export function retryDelayMs(expression: string, retried: number): number {
  const parser = createParser(tokenise(expression), retried);
  const value = parser.sum();
  parser.end();
  if (!Number.isFinite(value)) throw new Error("the result is not a number");
  return Math.min(Math.max(0, value), DAY_MS);
}

function tokenise(expression: string): string[] {
  const tokens: string[] = [];
  let end = 0;
  for (const match of expression.matchAll(TOKENS)) {
    tokens.push(match[0].trim());
    end = match.index + match[0].length;
  }
  if (expression.slice(end).trim()) throw new Error(`unexpected "${expression.slice(end).trim()}"`);
  return tokens;
}

/** Recursive descent over the three levels of precedence. */
function createParser(tokens: string[], retried: number) {
  let at = 0;
  const expect = (token: string) => {
    if (tokens[at++] !== token) throw new Error(`expected "${token}"`);
  };

  const sum = (): number => {
    let value = product();
    while (tokens[at] === "+" || tokens[at] === "-") {
      value = tokens[at++] === "+" ? value + product() : value - product();
    }
    return value;
  };

  const product = (): number => {
    let value = factor();
    for (let operator = tokens[at]; operator && "*/%".includes(operator); operator = tokens[at]) {
      at += 1;
      const right = factor();
      value = operator === "*" ? value * right : operator === "/" ? value / right : value % right;
    }
    return value;
  };

  const factor = (): number => {
    const token = tokens[at++] ?? "";
    if (token === "-") return -factor();
    if (token === "(") {
      const value = sum();
      expect(")");
      return value;
    }
    if (/^\d/.test(token)) return Number(token);
    if (token === "retried") return retried;
    return call(token);
  };

  const call = (name: string): number => {
    const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (!known) throw new Error(`unknown name "${name}"`);
    expect("(");
    const args = [sum()];
    while (args.length < known.arity) {
      expect(",");
      args.push(sum());
    }
    expect(")");
    return known.run(...args);
  };

  return {
    sum,
    end() {
      if (at < tokens.length) throw new Error(`unexpected "${tokens[at]}"`);
    },
  };
}
