"""The evaluation computed a second time, from the rows of its CSV alone and by other code: plain
numbers, a formula a function."""

import csv
from collections import defaultdict
from io import StringIO
from math import exp, expm1, fsum, log, log1p, sqrt

BEIJING, TIANJIN, HEBEI = CODES = ("CN-110000", "CN-120000", "CN-130000")
PAIRS = {"京津": (BEIJING, TIANJIN), "京冀": (BEIJING, HEBEI), "津冀": (TIANJIN, HEBEI)}
FIRST = 2014  # the index begins


class Rows:
    """The rows of a CSV by their kind, and the published values in them."""

    def __init__(self, content):
        self.kinds = defaultdict(list)
        for row in csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")):
            self.kinds[row["类别"].split(" ")[0]].append(row)
        self.values, self.doubted = defaultdict(dict), set()
        for row in self.kinds["published"]:
            key = row["编号"], row["地区代码"]
            self.values[key][int(row["年份"])] = float(row["数值"])
            if "存疑" in row["说明"]:
                self.doubted.add((*key, int(row["年份"])))
        self.breaks = defaultdict(list)
        for row in self.kinds["break"]:
            self.breaks[row["编号"]].append((int(row["对照"]), int(row["年份"])))

    def told(self, kind):
        """By item, region, base and year the number of each row of a kind."""
        return {
            (row["编号"], row["地区代码"], row["对照"], int(row["年份"])): number(row)
            for row in self.kinds[kind]
        }

    def inputs(self, kind, item):
        """The indicators of a measure or a part, by their role."""
        return {r["说明"]: r["对照"] for r in self.kinds[kind] if r["编号"] == item}

    def sound(self, name, code):
        own = self.values[name, code]
        return {y: v for y, v in own.items() if (name, code, y) not in self.doubted}

    def is_broken(self, name, before, after):
        return any(before < last and after > first for first, last in self.breaks[name])


def number(row):
    return float(row["数值"]) if row["数值"] else None


def measures(rows):
    """By item and region code: value, numerator and denominator of each year."""
    found = {}
    for row in rows.kinds["measure_formula"]:
        item, form, factor = row["编号"], row["对照"], float(row["数值"])
        roles = rows.inputs("measure_input", item)
        for code in CODES:
            above = rows.sound(roles["分子"], code)
            if form == "published":
                found[item, code] = {y: (v * factor, None, None) for y, v in above.items()}
                continue
            below = rows.sound(roles["分母"], code)
            if form == "ratio_mean":
                below = {
                    y: (v + below[y - 1]) / 2
                    for y, v in below.items()
                    if y - 1 in below and not rows.is_broken(roles["分母"], y - 1, y)
                }
            found[item, code] = {
                y: (above[y] / below[y] * factor, above[y], below[y])
                for y in above
                if below.get(y, 0) > 0
            }
    return found


def variation(values, weights):
    whole = fsum(weights)
    mean = fsum(v * w for v, w in zip(values, weights, strict=True)) / whole
    squares = fsum(w * (v - mean) ** 2 for v, w in zip(values, weights, strict=True))
    return sqrt(squares / whole) / mean


def theil(above, below):
    one, other = fsum(above), fsum(below)
    parts = [(a / one, b / other) for a, b in zip(above, below, strict=True)]
    return fsum(y * log(y / w) for y, w in parts)


def sector_shares(rows, year):
    """By region code, and for the three together, the share of each sector."""
    names = dict.fromkeys(row["编号"] for row in rows.kinds["quotient"])
    own = {code: {name: rows.values[name, code][year] for name in names} for code in CODES}
    own["JJJ"] = {name: fsum(own[code][name] for code in CODES) for name in names}
    return {c: {n: v / fsum(by.values()) for n, v in by.items()} for c, by in own.items()}


def part_level(form, above, below):
    """What a part is in a year, of the values of the three by region code."""
    one = [above[code] for code in CODES]
    other = [below[code] for code in CODES] if below else [1.0] * 3
    each = [a / b for a, b in zip(one, other, strict=True)]
    return {
        "ratio": lambda: fsum(one) / fsum(other),
        "share_jinji": lambda: (above[TIANJIN] + above[HEBEI]) / fsum(one),
        "theil": lambda: theil(one, other),
        "spread": lambda: max(each) - min(each),
        "ratio_hebei_beijing": lambda: each[2] / each[0],
    }[form]()


def part_link(rows, part, year):
    """The logarithm of a part's move in the wanted direction; None where it does not count."""
    (row,) = (r for r in rows.kinds["part_formula"] if r["编号"] == part)
    form, direction = row["对照"], float(row["数值"])
    roles = rows.inputs("part_input", part)

    def of(role, at):
        name = roles.get(role)
        return {code: rows.sound(name, code)[at] for code in CODES} if name else None

    if any(rows.is_broken(name, year - 1, year) for name in roles.values()):
        return None
    try:
        if form == "growth":
            grown, weights = of("分子", year), of("权数", year - 1)
            volume = fsum(weights[c] * (1 + grown[c] / 100) for c in CODES) / fsum(weights.values())
            people = [fsum(of("分母", at).values()) for at in (year - 1, year)]
            return direction * (log(volume) - log(people[1] / people[0]))
        ends = [part_level(form, of("分子", at), of("分母", at)) for at in (year - 1, year)]
    except KeyError:
        return None
    return direction * log(ends[1] / ends[0])


class Index:
    """The chained index of links by part and year, of the parts that count, with weights."""

    def __init__(self, links, dimensions, weights, years):
        self.links, self.dimensions = links, dimensions  # of the parts that count
        self.weights, self.years = weights, years

    def means(self, year, is_arithmetic=False):
        """By dimension its mean move and the parts that made it."""
        own = defaultdict(list)
        for part, dimension in self.dimensions.items():
            if self.links[part].get(year) is not None and self.weights[dimension] > 0:
                own[dimension].append(part)
        move = expm1 if is_arithmetic else float
        return {
            d: (fsum(move(self.links[p][year]) for p in parts) / len(parts), parts)
            for d, parts in own.items()
        }

    def step(self, year, is_arithmetic=False):
        found = self.means(year, is_arithmetic)
        in_use = {d for d in self.dimensions.values() if self.weights[d] > 0}
        if not found or len(found) < len(in_use) / 2:
            return None
        whole = fsum(self.weights[d] for d in found)
        mean = fsum(self.weights[d] * move for d, (move, _) in found.items()) / whole
        return log1p(mean) if is_arithmetic else mean

    def levels(self, base, is_arithmetic=False):
        """By year; without the years from the first on that has no step."""
        logs = {FIRST: 0.0}
        for year in self.years:
            step = self.step(year, is_arithmetic)
            if step is None:
                break
            logs[year] = logs[year - 1] + step
        return {y: 100 * exp(one - logs[base]) for y, one in logs.items()} if base in logs else {}

    def parts_of(self, year):
        """What each part adds to the logarithm of a year's step."""
        found = self.means(year)
        whole = fsum(self.weights[d] for d in found)
        return {
            part: self.weights[d] / whole * self.links[part][year] / len(parts)
            for d, (_, parts) in found.items()
            for part in parts
        }

    def without(self, part=None, dimension=None):
        kept = {p: d for p, d in self.dimensions.items() if p != part}
        weights = {d: 0.0 if d == dimension else w for d, w in self.weights.items()}
        return Index(self.links, kept, weights, self.years)


def index_of(rows):
    """The index of the rows, and every link, of parts that count and of those that do not."""
    years = sorted({int(row["年份"]) for row in rows.kinds["link"]})
    members = rows.kinds["part_dimension"]
    links = {r["编号"]: {y: part_link(rows, r["编号"], y) for y in years} for r in members}
    weights = {r["编号"]: float(r["数值"]) for r in rows.kinds["weight"]}
    counted = {r["编号"]: r["对照"] for r in members if float(r["数值"])}
    return Index(links, counted, weights, years)
