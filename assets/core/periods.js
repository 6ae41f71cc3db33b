// Periods as numbers, the next being one more: years, quarters and months (data/model/periods.py).
const LAST_YEAR = 2199;
const per = (number) => [1, 4, 12].find((count) => number < (LAST_YEAR + 1) * count);

// As addresses have them: 2024, 2026-Q2, 2026-02.
export function written(number) {
  const count = per(number);
  const [year, part] = [Math.floor(number / count), (number % count) + 1];
  if (count === 1) return `${year}`;
  return count === 4 ? `${year}-Q${part}` : `${year}-${`${part}`.padStart(2, "0")}`;
}

// Where room is scarce: 2024, 2026 Q2, 2026-02.
export const short = (number) => written(number).replace("-Q", " Q");
