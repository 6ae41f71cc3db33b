"""The numbers of sentences, once more from the tables by own code.

Nothing here computes with the product: the tables are read with csv, numbers are decimals. Each
cell of a sentence says of which indicator, region and year it is and how it was computed; the
number is computed so, and must be the one that is written."""

import csv
import re
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from itertools import pairwise

from data.package.load import FOLDER

CODES = {"beijing": "110000", "tianjin": "120000", "hebei": "130000"}
NAMES = {"北京": "110000", "天津": "120000", "河北": "130000"}
THREE = tuple(CODES.values())
DELTA = ("310000", "320000", "330000", "340000")  # 长三角
ORDER, COUNTED = "按数值由高到低", "有数值的省级单位数"
UP, DOWN = ("增长 ", "提高 ", "上升 "), ("下降 ", "降低 ")
NUMBER = re.compile(r"−?[\d,]+(?:\.\d+)?")
YEARS = re.compile(r"（(?:\d{4}|上)[ 年]*=100）|\d{4}(?:—\d{4})?(?: 年|、\d{4})*")
PERCENT = re.compile(r"（(\d+) 年 ÷ (\d+) 年 − 1）× 100%")
POINTS = re.compile(r"(\d+) 年 − (\d+) 年")
AVERAGE = re.compile(r"\[（(\d+) 年 ÷ (\d+) 年）\^\(1/(\d+)\) − 1\] × 100%")
SHARE = re.compile(r"(北京|天津|河北) ÷ 三地合计 × 100%")
OF_NATION = re.compile(r"三地合计 ÷ (.+)")
SHARE_MOVED = re.compile(r"(\d+) 年占比 − (\d+) 年占比")
RATIO = re.compile(r"(北京|天津|河北) ÷ 河北")
RUN = re.compile(r"(.+)：(\d+)—(\d+) 年逐年比较")


@cache
def rows(name):
    """The rows of a table as they are written."""
    with (FOLDER / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Tables:
    """The tables by this file's own reading."""

    def __init__(self) -> None:
        self.indicators = {row["indicator_id"]: row for row in rows("indicators")}
        self.values = defaultdict(lambda: defaultdict(dict))
        self.observed = {}
        for row in rows("observations"):
            if len(row["period"]) == len("2024"):
                name, code, year = row["indicator_id"], row["region_code"], int(row["period"])
                less = Decimal(self.indicators[name]["subtract"] or "0")
                self.values[name][code][year] = Decimal(row["value"]) - less
                self.observed[name, code, year] = row
        self.suspects = {
            (r["indicator_id"], r["region_code"], r["period"]) for r in rows("suspects")
        }
        dates = {
            (r["indicator_id"], r["region_code"], r["period"]) for r in rows("reference_dates")
        }
        self.rough = dates | {
            (name, code, str(year))
            for (name, code, year), r in self.observed.items()
            if r["qualifier"]
        }
        self.breaks = defaultdict(set)
        for row in rows("breaks"):
            self.breaks[row["indicator_id"]].add((int(row["before"]), int(row["after"])))
        cut = defaultdict(list)
        for row in rows("survey_breaks"):
            cut[row["survey"]].append((int(row["before"]), int(row["after"])))
        for row in rows("survey_series"):
            self.breaks[row["indicator_id"]] |= set(cut[row["survey"]])
        self.units = defaultdict(dict)
        for row in rows("units"):
            self.units[row["unit_zh"]][row["scaled_zh"]] = Decimal(row["scale"])
        self.read_others()

    def read_others(self):
        """What is set beside the published values."""
        self.sums = {
            (r["indicator_id"], int(r["period"])): Decimal(r["value"])
            for r in rows("national_sums")
        }
        self.said = {
            (r["indicator_id"], r["region_code"], int(r["period"])): Decimal(r["change"])
            for r in rows("published_changes")
        }
        self.others = defaultdict(dict)
        for row in rows("province_values"):
            for code, text in row.items():
                if code.isdigit() and text and len(row["period"]) == len("2024"):
                    less = Decimal(self.indicators[row["indicator_id"]]["subtract"] or "0")
                    place = row["indicator_id"], int(row["period"])
                    self.others[place][code] = Decimal(text) - less
        self.words = {r["qualifier"]: (r["prefix_zh"], r["suffix_zh"]) for r in rows("qualifiers")}

    def of(self, name, code, year, scope):
        """The value of a region, of the three, or of two ("")."""
        row = self.indicators[name]
        if code in self.values[name] and year in self.values[name][code] and code != "":
            is_sum = row["aggregation"] == "sum" and code == "JJJ"
            if not is_sum:
                return self.values[name][code][year]
        codes = {"JJJ": THREE, "": scope, "YRD": DELTA}.get(code, (code,))
        if row["aggregation"] == "sum" or len(codes) == 1:
            return self.total(name, codes, year)
        above = self.total(row["numerator_id"], codes, year)
        below = self.total(row["denominator_id"], codes, year)
        if row["mean_denominator"] == "true":
            below = (below + self.total(row["denominator_id"], codes, year - 1)) / 2
        return above / below * Decimal(row["scale"] or "1")

    def total(self, name, codes, year):
        """The sum over provinces, those of the three and others."""
        return sum(
            self.values[name][one][year] if one in THREE else self.others[name, year][one]
            for one in codes
        )

    def ranked(self, name, year):
        """The values of a year by province that may be ranked."""
        own = {
            code: self.values[name][code][year]
            for code in THREE
            if year in self.values[name][code]
            and (name, code, str(year)) not in self.suspects | self.rough
        }
        return {**self.others[name, year], **own}

    def nation(self, name, year):
        """What the three are divided by: the nation's own figure, or the provinces' sum."""
        kind = self.indicators[name]["nation_share_denominator"]
        own, summed = self.values[name]["000000"].get(year), self.sums.get((name, year))
        return {"nation": own, "local": own, "sum31": summed}.get(
            kind, own if own is not None else summed
        )

    def parted(self, name, before, after):
        return any(before < b and after > a for a, b in self.breaks[name])

    def is_sound(self, name, code, years, scope):
        """Whether none of the values behind a number is in doubt, round, or of another date."""
        codes = {"JJJ": (*THREE, "JJJ"), "": scope, "YRD": ()}.get(code, (code,))
        places = {(name, one, str(year)) for one in codes for year in years}
        return not places & (self.suspects | self.rough)


def printed(value, places):
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def read(text):
    """The number of a cell, and with how many decimals it is written."""
    found = NUMBER.search(text)
    assert found, text
    number = found[0].replace(",", "").replace("−", "-")
    return Decimal(number), len(number.partition(".")[2])


def check(tables, cell, scope, before):
    """One cell; `before` is the text in front of it. What kind of number it was."""
    name, code = cell.indicator_id, cell.region_code
    number, places = read(cell.text)
    sign = -1 if before.endswith(DOWN) else 1
    if found := PERCENT.fullmatch(cell.formula):
        ends = tuple(map(int, found.groups()))
        last, first = (tables.of(name, code, at, scope) for at in ends)
        assert tables.indicators[name]["unit_zh"] not in ("%", "百分点"), "percent of percent"
        guard(tables, name, code, ends, scope)
        assert before.endswith((*UP, *DOWN))
        assert sign * number == printed((last / first - 1) * 100, places), cell
        return "percent"
    if found := AVERAGE.fullmatch(cell.formula):
        last, first, count = map(int, found.groups())
        assert last - first == count >= 2
        guard(tables, name, code, (last, first), scope)
        ends = [float(tables.of(name, code, at, scope)) for at in (last, first)]
        rate = Decimal(repr(((ends[0] / ends[1]) ** (1 / count) - 1) * 100))
        assert sign * number == printed(rate, places), cell
        return "average"
    if found := SHARE_MOVED.fullmatch(cell.formula):
        ends = tuple(map(int, found.groups()))
        guard(tables, name, "JJJ", ends, scope)
        last, first = (part_of(tables, name, code, at) for at in ends)
        assert sign * number == printed(last - first, places), cell
        return "share moved"
    if found := POINTS.fullmatch(cell.formula):
        ends = tuple(map(int, found.groups()))
        last, first = (tables.of(name, code, at, scope) for at in ends)
        assert tables.indicators[name]["unit_zh"] in ("%", "百分点")
        guard(tables, name, code, ends, scope)
        assert before.endswith((*UP, *DOWN))
        assert sign * number == printed(last - first, places), cell
        return "points"
    return check_level(tables, cell, scope, (number, places, sign))


def part_of(tables, name, code, year):
    """A share in percent: of a region in the three, of the three in the nation."""
    three = sum(tables.values[name][one][year] for one in THREE)
    if code == "JJJ":
        return three / tables.nation(name, year) * 100
    return tables.values[name][code][year] / three * 100


def guard(tables, name, code, years, scope):
    assert not tables.parted(name, min(years), max(years)), (name, years)
    assert tables.is_sound(name, code, years, scope), (name, code, years)


def check_level(tables, cell, scope, read_as):
    name, code, year = cell.indicator_id, cell.region_code, int(cell.period)
    number, places, _ = read_as
    if SHARE.fullmatch(cell.formula):
        assert tables.is_sound(name, "JJJ", (year,), scope)
        if "不足" not in cell.text:
            assert number == printed(part_of(tables, name, code, year), places), cell
        return "share"
    if OF_NATION.fullmatch(cell.formula):
        assert tables.is_sound(name, "JJJ", (year,), scope)
        assert number == printed(part_of(tables, name, "JJJ", year), places), cell
        return "nation"
    if RATIO.fullmatch(cell.formula):
        assert tables.is_sound(name, code, (year,), scope)
        assert tables.is_sound(name, "130000", (year,), scope)
        own, base = (tables.values[name][one][year] for one in (code, "130000"))
        assert number == printed(own / base, 2), cell
        return "ratio"
    if cell.formula in (ORDER, COUNTED):
        every = tables.ranked(name, year)
        higher = [one for one in every.values() if code and one > every[code]]
        assert number == (len(higher) + 1 if code else len(every)), cell
        return "rank"
    if found := RUN.fullmatch(cell.formula):
        return check_run(tables, cell, scope, found)
    if cell.formula == "与指数同时公布":
        assert number == abs(tables.said[name, code, year])
        return "said"
    return check_value(tables, cell, scope, read_as)


def check_run(tables, cell, scope, found):
    name, code = cell.indicator_id, cell.region_code
    number, _ = read(cell.text)
    first, last = map(int, found.groups()[1:])
    assert number == last - first >= 3
    decimals = int(tables.indicators[name]["decimals"])
    names = found[1].split("、")
    codes = [NAMES[who] for who in names] if set(names) <= NAMES.keys() else [code]
    steps = set()
    for one in codes:
        guard(tables, name, one, range(first, last + 1), scope)
        every = [tables.of(name, one, at, scope) for at in range(first, last + 1)]
        shown = [printed(value, decimals) for value in every]
        steps |= {(b > a) - (b < a) for a, b in pairwise(shown)}
    assert len(steps) == 1 and 0 not in steps, cell
    return "run"


def check_value(tables, cell, scope, read_as):
    name, code, year = cell.indicator_id, cell.region_code, int(cell.period)
    number, places, sign = read_as
    value = tables.of(name, code, year, scope)
    divisor = divisor_of(tables, name, cell.text)
    if sign < 0 or (number >= 0 > value):
        assert value < 0
        value = -value
    assert number == printed(value / divisor, places), (cell, value)
    return "published" if not cell.formula else "together"


def divisor_of(tables, name, text):
    """By what a value in the unit of the table was divided to be written in another one."""
    unit = tables.indicators[name]["unit_zh"]
    said = re.sub(r"（[^）]*）", "", text).replace("\u2009", "")
    longest = sorted(tables.units[unit], key=len, reverse=True)
    return next(
        (
            tables.units[unit][one]
            for one in longest
            if said.endswith(one)
            and not (one != unit and said.endswith(unit) and len(unit) > len(one))
        ),
        Decimal(1),
    )


def checked(tables, sentence, scope):
    """Every cell of a sentence, and that no number stands in it that is no cell's."""
    rest, at = "", 0
    kinds = []
    for cell in sentence.cells:
        place = sentence.text.index(cell.text, at)
        before = sentence.text[:place]
        rest += sentence.text[at:place]
        at = place + len(cell.text)
        kinds.append(check(tables, cell, scope, before))
        row = tables.observed.get((cell.indicator_id, cell.region_code, int(cell.period)))
        if row and not cell.formula and row["qualifier"]:
            prefix, suffix = tables.words[row["qualifier"]]
            assert cell.text.startswith(prefix), cell
            assert suffix in cell.text, cell
    rest += sentence.text[at:]
    name = sentence.key.split(".")[0]
    named = tables.indicators[name]["short_zh"].replace("（当年）", "").replace("当年", "")
    left = YEARS.sub("", rest.replace(named, "")).replace("为 1，", "").replace("∶1", "")
    assert not re.search(r"\d", left), (sentence.text, left)
    return kinds
