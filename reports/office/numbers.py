"""How numbers are written in charts: the formats of office programs for what the pages show."""

from analysis.document.chart import Chart
from analysis.series.quantities import MINUS, THIN_SPACE, UNSPACED, number


def cell_format(unit: str, decimals: int) -> str:
    """The format of a cell or label: as many decimals as the pages show, thousands parted, the
    minus sign of text; % and ‰ stand behind the number, other units elsewhere."""
    digits = f"#,##0{'.' if decimals else ''}{'0' * decimals}"
    shown = f'{digits}"{unit}"' if unit in UNSPACED else digits
    return f'{shown};"{MINUS}"{shown}'


def bare(chart: Chart, text: str) -> str:
    """A phrase without the unit, which stands above the chart; qualifier and mark stay."""
    return text if chart.unit in UNSPACED else text.replace(f"{THIN_SPACE}{chart.unit}", "")


def is_plain_text(chart: Chart, value: float | None, text: str) -> bool:
    """Whether a phrase says no more than the number in the chart's unit."""
    if value is None:
        return True
    unit = chart.unit if chart.unit in UNSPACED else ""
    return bare(chart, text) in ("", f"{number(value, chart.decimals)}{unit}")
