"""What a file says once it is recognised: its values one by one, and what is missing or wrong."""

from dataclasses import dataclass, field, replace

from data.imports.cells import Cell, CellFault

# What a person may have to choose.
INDICATOR, REGION, PERIOD, UNIT = "指标", "地区", "期间", "计量单位"


@dataclass(frozen=True, slots=True)
class ImportedValue:
    """A value as a file says it. `indicator_text` and `region_text` are None where the file names
    none; so is `period_text`, else in the form of the tables (2024, 2024-Q3, 2024-09). `value` is
    None for an empty cell, and `is_withdrawn` where a word says that it is taken back.
    `is_shown`: as our pages show it, that is less what the indicator subtracts."""

    indicator_text: str | None
    region_text: str | None
    period_text: str | None
    value: float | None
    cell: Cell
    unit_text: str = ""
    indicator_id: str | None = None
    qualifier: str = ""
    status: str = ""
    source_text: str = ""
    note: str = ""
    is_withdrawn: bool = False
    is_shown: bool = False


@dataclass(slots=True)
class Import:
    """A file, recognised: its kind (template, own, bureau), what it was taken for in words, its
    values, the census whose vintage its notes name, its notes, faults by cell, what the person
    must choose because the file does not say it, and remarks on what was left alone."""

    kind: str
    taken_for: str
    values: list[ImportedValue] = field(default_factory=list)
    vintage: str = ""
    publisher: str = ""
    title: str = ""
    notes: list[str] = field(default_factory=list)
    faults: list[CellFault] = field(default_factory=list)
    missing: tuple[str, ...] = ()
    hints: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    @property
    def held(self) -> list[ImportedValue]:
        """The values that are there or are withdrawn; an empty cell says nothing."""
        return [one for one in self.values if one.value is not None or one.is_withdrawn]


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person has chosen where a file does not say it, "" where nothing was asked: an
    indicator's id, a region's code, a period as the tables write it, a unit."""

    indicator_id: str = ""
    region_code: str = ""
    period: str = ""
    unit: str = ""


def completed(found: Import, chosen: Choices) -> list[ImportedValue]:
    """The values of a file with what was chosen for them, where they do not say it themselves."""
    return [
        replace(
            one,
            indicator_id=one.indicator_id
            or (None if one.indicator_text else chosen.indicator_id or None),
            region_text=one.region_text or chosen.region_code or None,
            period_text=one.period_text or chosen.period or None,
            unit_text=one.unit_text or ("" if one.indicator_id else chosen.unit),
        )
        for one in found.values
    ]
