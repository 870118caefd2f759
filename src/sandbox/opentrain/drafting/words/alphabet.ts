const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** Every code of two letters, for asking `Intl` which of them mean something. */
export const letterPairs: readonly string[] = letters.flatMap((first) =>
  letters.map((second) => first + second),
);
