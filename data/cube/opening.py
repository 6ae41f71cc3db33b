"""Which store FACTS names: a folder of Parquet files, a database by its address, or none. What
speaks to a store is imported only where one is named."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from data.cube.contract import FACTS, Cube, Table
from data.cube.facts import Facts
from data.cube.faults import WrongFacts

SETTING = "FACTS"
INSTALLED_BY = "pip install --require-hashes -r requirements-facts.txt"


def opened(setting: str, table: Table) -> Cube | None:
    """The store that a setting names; None where it is empty. Raises WrongFacts where it names
    none that can be read, StoreAway where that cannot be reached now."""
    if not setting:
        return None
    scheme = urlsplit(setting).scheme if "://" in setting else ""
    if scheme not in KINDS:
        allowed = "一个文件夹、postgresql://… 或 clickhouse://…"
        raise WrongFacts(f"{SETTING} 以 {scheme}:// 开头：应为{allowed}")
    try:
        return KINDS[scheme](setting, table)
    except ImportError as missing:
        raise WrongFacts(_not_installed(missing)) from None


def opened_facts(setting: str) -> Facts | None:
    """What the store of facts has that a setting names. Raises as `opened`."""
    cube = opened(setting, FACTS)
    return Facts.of(cube) if cube else None


def opened_files(files: tuple[Path, ...], table: Table) -> Cube:
    """The store of some Parquet files. Raises WrongFacts."""
    try:
        from data.cube.parquet import ParquetCube
    except ImportError as missing:
        raise WrongFacts(_not_installed(missing)) from None
    return ParquetCube(table, files)


def _not_installed(missing: ImportError) -> str:
    lacking = (missing.name or "").partition(".")[0]
    return f"读取事实库所需的软件包 {lacking} 未安装：请运行 {INSTALLED_BY}"


def _folder(setting: str, table: Table) -> Cube:
    folder = Path(setting)
    if not folder.is_dir():
        raise WrongFacts(f"{SETTING}={setting} 不是文件夹，也不是数据库地址（postgresql://…）")
    files = tuple(sorted(folder.resolve().glob("*.parquet")))
    if not files:
        raise WrongFacts(f"{SETTING}={setting} 中没有 .parquet 文件")
    return opened_files(files, table)


def _postgres(setting: str, table: Table) -> Cube:
    from data.cube.postgres import PostgresCube

    return PostgresCube(table, setting)


def _clickhouse(setting: str, table: Table) -> Cube:
    from data.cube.clickhouse import ClickHouseCube

    return ClickHouseCube(table, setting)


KINDS: dict[str, Callable[[str, Table], Cube]] = {
    "": _folder,
    "postgresql": _postgres,
    "postgres": _postgres,
    "clickhouse": _clickhouse,
}
